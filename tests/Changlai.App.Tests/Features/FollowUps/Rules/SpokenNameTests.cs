using Changlai.App.Features.FollowUps.Rules;

namespace Changlai.App.Tests.Features.FollowUps.Rules;

public sealed class SpokenNameTests
{
    [Theory]
    [InlineData("李小红", "女士", null, "李女士", "Ms 李")]
    [InlineData("李小红", null, "female", "李女士", "Ms 李")]
    [InlineData("王志强", "先生", "male", "王先生", "Mr 王")]
    [InlineData("欧阳静", "女士", null, "欧阳女士", "Ms 欧阳")]
    [InlineData("欧阳", "女士", null, "欧女士", "Ms 欧")]
    [InlineData("张伟", "老师", null, "张老师", "张老师")]
    [InlineData("陈桂英", "陈姐", null, "陈姐", "陈姐")]
    [InlineData("陈桂英", null, null, "陈桂英", "陈桂英")]
    [InlineData("Anna Li", "Ms", null, "Anna Li", "Ms Li")]
    [InlineData("Anna Li", null, null, "Anna Li", "Anna Li")]
    [InlineData("17850", "女士", null, "尊敬的客户", "dear customer")]
    public void A_customer_is_called_as_people_are_called(string name, string? salutation, string? gender, string chinese, string english)
    {
        var spoken = SpokenName.Of(name, salutation, gender);
        (spoken.Chinese, spoken.English).ShouldBe((chinese, english));
    }
}
