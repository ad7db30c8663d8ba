using Changlai.App.Features.Customers.Search;

namespace Changlai.App.Tests.Features.Customers.Search;

public sealed class PinyinTests
{
    [Theory]
    [InlineData("李明华", "lmh")]
    [InlineData("欧阳娜娜", "oynn")]
    [InlineData("重庆", "zq")]
    [InlineData("李 Anna", "lanna")]
    [InlineData(" 王 芳 ", "wf")]
    [InlineData("Smith", "smith")]
    [InlineData("", "")]
    public void Initials_are_the_first_letters(string name, string initials) => Pinyin.Initials(name).ShouldBe(initials);

    [Theory]
    [InlineData("李明华", "liminghua")]
    [InlineData("吕小布", "lvxiaobu")]
    [InlineData("赵 38", "zhao38")]
    public void Full_spelling_has_no_tones(string name, string spelled) => Pinyin.Full(name).ShouldBe(spelled);

    [Theory]
    [InlineData("单", "shan")]
    [InlineData("曾", "zeng")]
    [InlineData("仇", "qiu")]
    [InlineData("解", "xie")]
    [InlineData("区", "ou")]
    [InlineData("查", "zha")]
    [InlineData("盖", "ge")]
    [InlineData("朴", "piao")]
    public void A_name_begins_with_the_reading_of_its_surname(string surname, string reading) =>
        Pinyin.Full(surname + "华").ShouldBe(reading + "hua");

    [Fact]
    public void The_surname_reading_is_for_the_head_of_the_name_only() => Pinyin.Full("李单").ShouldBe("lidan");

    [Theory]
    [InlineData("尉迟恭", "yuchigong")]
    [InlineData("万俟雪", "moqixue")]
    [InlineData("长孙无忌", "zhangsunwuji")]
    public void Surnames_of_two_characters_are_read_whole(string name, string spelled) => Pinyin.Full(name).ShouldBe(spelled);

    [Fact]
    public void A_character_knows_all_its_readings()
    {
        Pinyin.Of('单').ShouldBe(["dan", "shan", "chan"], ignoreOrder: true);
        Pinyin.Of('单')[0].ShouldBe("dan");
        Pinyin.Of('x').ShouldBeEmpty();
    }

    [Fact]
    public void Nearly_the_whole_basic_block_can_be_read()
    {
        var read = Enumerable.Range(0x4e00, 20_902).Count(code => Pinyin.Of((char)code).Count > 0);
        read.ShouldBeGreaterThan(20_800);
    }

    [Fact]
    public void Four_byte_characters_do_no_harm() => Pinyin.Full("李𠮷😀").ShouldBe("li");

    [Theory]
    [InlineData("wangxiaoming", "wan ngx gxi aom omi")]
    [InlineData("lixiaoyan", "lix ixi aoy oya")]
    [InlineData("johnson", "joh ohn hns nso")]
    [InlineData("xiang", "xia ian ang")]
    [InlineData("13800138000", "1380 3800 8001 0013 0138 1380 3800 8000")]
    public void Of_letters_of_a_spelled_name_those_across_two_syllables_are_looked_up(string typed, string looked) =>
        SearchGrams.Telling(SearchGrams.Anywhere(typed)!).ShouldBe(looked.Split(' '));
}
