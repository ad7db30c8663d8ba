using Changlai.App.Features.Platform.People;
using Changlai.App.Features.Platform.People.Rules;
using Changlai.App.Tests.Harness;
using Microsoft.AspNetCore.Identity;

namespace Changlai.App.Tests.Features.Platform.People;

public sealed class LockoutTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, null)]
    [InlineData(4, null)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(8, 8)]
    [InlineData(9, 15)]
    [InlineData(1_000_000, 15)]
    public void The_wait_grows_and_never_is_for_good(int failures, int? minutes) =>
        Lockout.Until(failures, Now).ShouldBe(minutes is { } wait ? Now.AddMinutes(wait) : null);

    [Fact]
    public void A_password_costs_what_OWASP_asks() => Passwords.Rounds.ShouldBeGreaterThanOrEqualTo(210_000);

    [Fact]
    public void A_hash_of_fewer_rounds_fits_and_is_worn_out()
    {
        var old = new PasswordHasher<object>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = CheapPasswords.Rounds / 2 })).HashPassword(new object(), "tea in the morning");
        Passwords.Fits(old, "tea in the morning", out var wornOut).ShouldBeTrue();
        wornOut.ShouldBeTrue();
        Passwords.Fits(Passwords.Hash("tea in the morning"), "tea in the morning", out wornOut).ShouldBeTrue();
        wornOut.ShouldBeFalse();
        Passwords.Fits(null, "nobody has this password", out _).ShouldBeFalse();
    }
}
