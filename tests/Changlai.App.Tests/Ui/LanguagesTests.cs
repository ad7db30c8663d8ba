using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Ui;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("", Language.Chinese)]
    [InlineData("fr,de;q=0.8", Language.Chinese)]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", Language.Chinese)]
    [InlineData("en-GB,en;q=0.9", Language.English)]
    [InlineData("en;q=0.4,zh;q=0.7", Language.Chinese)]
    [InlineData("fr, en;q=0.5", Language.English)]
    [InlineData("en;q=0,*", Language.Chinese)]
    [InlineData(";;,q=,en;q=x", Language.English)]
    public void The_browser_is_asked_by_its_own_weights(string header, Language expected) => Languages.Preferred(header).ShouldBe(expected);
}
