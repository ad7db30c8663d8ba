using Changlai.App.Features.Customers.Contracts;

namespace Changlai.App.Tests.Features.Customers.Rules;

public sealed class RegionsTests
{
    [Theory]
    [InlineData(null, "浙江省", "杭州市", "西湖区", "home/浙江省/杭州市/西湖区")]
    [InlineData(null, "浙江省", "杭州市", null, "home/浙江省/杭州市")]
    [InlineData(null, "浙江省", null, "西湖区", "home/浙江省")]
    [InlineData(null, "上海市", "上海市", "浦东新区", "home/上海市/浦东新区")]
    [InlineData(null, null, "北京市", "东城区", "home/北京市/东城区")]
    [InlineData(null, null, null, "西湖区", null)]
    [InlineData(null, null, null, null, null)]
    [InlineData("日本", null, null, null, "abroad/日本")]
    [InlineData("Germany", "Bavaria", "Munich", null, "abroad/Germany/Bavaria/Munich")]
    [InlineData("a/b", "c/d", null, null, "abroad/a b/c d")]
    public void An_address_lies_in_the_region_it_names_without_a_gap(string? country, string? province, string? city, string? district, string? region) =>
        Regions.Of(new CustomerAddress(country, province, city, district, "1")).ShouldBe(region);

    [Theory]
    [InlineData("浙江", "浙江省")]
    [InlineData("上海", "上海市")]
    [InlineData("内蒙古", "内蒙古自治区")]
    [InlineData("香港", "香港特别行政区")]
    [InlineData("浙江省", "浙江省")]
    [InlineData("Bavaria", "Bavaria")]
    public void A_short_name_of_a_province_is_made_whole(string typed, string province) => Regions.Province(typed).ShouldBe(province);

    [Fact]
    public void The_chain_leads_from_home_to_the_district() =>
        Regions.Chain("home/浙江省/杭州市").ShouldBe(["home", "home/浙江省", "home/浙江省/杭州市"]);

    [Theory]
    [InlineData("home", true)]
    [InlineData("home/浙江省", true)]
    [InlineData("abroad/日本", true)]
    [InlineData("elsewhere/浙江省", false)]
    [InlineData("home//杭州市", false)]
    [InlineData("home/", false)]
    [InlineData("", false)]
    public void Only_paths_of_the_tree_are_taken(string text, bool isPath) => Regions.IsPath(text).ShouldBe(isPath);

    [Fact]
    public void There_are_34_provinces() => Regions.Provinces.Distinct().Count().ShouldBe(34);
}
