using System.Text;
using Changlai.App.Features.Platform.People.Rules;

namespace Changlai.App.Tests.Features.Platform.People;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, of whose eight digits an authenticator shows the last six.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) => Totp.CodeOf(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))).ShouldBe(code);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_one_step_off_and_no_more(int steps, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        (Totp.Check(Secret, Totp.CodeOf(Secret, Totp.StepAt(now) + steps), now, null) is not null).ShouldBe(taken);
    }

    [Fact]
    public void A_code_is_taken_once()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.Check(Secret, Totp.CodeOf(Secret, Totp.StepAt(now)), now, null).ShouldNotBeNull();
        Totp.Check(Secret, Totp.CodeOf(Secret, step), now, step).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345a")]
    [InlineData("１２３４５６")]
    public void What_is_no_code_is_refused(string typed) => Totp.Check(Secret, typed, DateTimeOffset.UnixEpoch, null).ShouldBeNull();

    [Fact]
    public void Spaces_do_not_count() => Totp.Check(Secret, " 287 082 ", DateTimeOffset.FromUnixTimeSeconds(59), null).ShouldNotBeNull();

    /// <summary>RFC 4648, section 10.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_written_in_base_32(string bytes, string written) => Totp.Written(Encoding.ASCII.GetBytes(bytes)).ShouldBe(written);
}
