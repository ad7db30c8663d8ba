using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Changlai.App.Features.Platform.People;

/// <summary>Hashes and checks passwords with ASP.NET Core Identity's PBKDF2 over HMAC-SHA-512.</summary>
internal static class Passwords
{
    /// <summary>What OWASP's Password Storage Cheat Sheet (2023) asks of PBKDF2 over HMAC-SHA-512.</summary>
    public const int Rounds = 210_000;

    private static readonly Staff Nobody = new() { Name = "", SecurityStamp = "", Role = "", Language = "" };
    private static PasswordHasher<Staff> hasher = HasherOf(Rounds);
    private static Lazy<string> hashOfNothing = new(() => hasher.HashPassword(Nobody, "nobody has this password"));

    public static string Hash(string password) => hasher.HashPassword(Nobody, password);

    /// <summary>Takes as long for somebody unknown as for somebody known, so that names cannot be guessed by the clock.</summary>
    /// <param name="wornOut">The hash was made with fewer rounds than today's: it is time for a new one.</param>
    public static bool Fits(string? hash, string password, out bool wornOut)
    {
        var result = hasher.VerifyHashedPassword(Nobody, hash ?? hashOfNothing.Value, password);
        wornOut = hash is not null && result == PasswordVerificationResult.SuccessRehashNeeded;
        return hash is not null && result != PasswordVerificationResult.Failed;
    }

    public static bool Fits(string? hash, string password) => Fits(hash, password, out _);

    /// <summary>For tests that sign in thousands of times; nothing else may lessen what a guess costs.</summary>
    internal static void WorkLess(int rounds)
    {
        hasher = HasherOf(rounds);
        hashOfNothing = new(() => hasher.HashPassword(Nobody, "nobody has this password"));
    }

    private static PasswordHasher<Staff> HasherOf(int rounds) => new(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));
}
