using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.People.Rules;

namespace Changlai.App.Tests.Features.Platform.People;

/// <summary>Passwords that a guesser tries in the first minute.</summary>
public sealed class PasswordPolicyTests
{
    [Fact]
    public void More_than_a_thousand_common_passwords_of_ten_signs_are_known() => CommonPasswords.Count.ShouldBeGreaterThan(1000);

    [Theory]
    [InlineData("short")]
    [InlineData("qwertyuiop")]
    [InlineData("Password123")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("１２３４５６７８９０")]
    [InlineData("basketball")]
    [InlineData("2026football")]
    [InlineData("monkeymonkey")]
    [InlineData("woaini1314520")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("12341234123412")]
    [InlineData("我爱你我爱你我爱你我爱你")]
    [InlineData("abcdefghijkl")]
    [InlineData("zyxwvutsrqp")]
    [InlineData("0987654321x")]
    [InlineData("asdfghjkl;1")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("qwertyuiop12345")]
    [InlineData("chenxiaoyan1")]
    [InlineData("chenxiaoyanchenxiaoyan")]
    [InlineData("changlai2026changlai1")]
    [InlineData("Changlai-西湖店-1")]
    [InlineData("陈晓燕西湖店常来常来1")]
    public void What_is_guessed_first_is_refused(string password) => PasswordPolicy.Problem(password, "chenxiaoyan", "陈晓燕", "西湖店").ShouldNotBeNull();

    [Theory]
    [InlineData("tea before breakfast")]
    [InlineData("morgens viel tee")]
    [InlineData("西湖的早上有很多雾气")]
    [InlineData("k7x-w9q-pm2t")]
    [InlineData("correct horse battery")]
    [InlineData("chenxiaoyan likes green tea")]
    [InlineData("long enough for a test")]
    public void A_sentence_or_real_chance_will_do(string password) => PasswordPolicy.Problem(password, "chenxiaoyan", "陈晓燕", "西湖店").ShouldBeNull();

    [Theory]
    [InlineData("abcdefghij", true)]
    [InlineData("abcd-x9-pqrs", false)]
    [InlineData("98765432101", true)]
    public void Runs_of_neighbours_say_nothing(string password, bool says) => PasswordPatterns.IsSequence(password).ShouldBe(says);
}
