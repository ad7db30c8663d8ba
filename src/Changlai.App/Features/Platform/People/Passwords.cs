using Microsoft.AspNetCore.Identity;

namespace Changlai.App.Features.Platform.People;

/// <summary>Hashes and checks passwords with ASP.NET Core Identity's PBKDF2.</summary>
internal static class Passwords
{
    private static readonly PasswordHasher<Staff> Hasher = new();
    private static readonly Staff Nobody = new() { Name = "", SecurityStamp = "", Role = "", Language = "" };
    private static readonly Lazy<string> HashOfNothing = new(() => Hasher.HashPassword(Nobody, "nobody has this password"));

    public static string Hash(string password) => Hasher.HashPassword(Nobody, password);

    /// <summary>Takes as long for somebody unknown as for somebody known, so that names cannot be guessed by the clock.</summary>
    public static bool Fits(string? hash, string password)
    {
        var result = Hasher.VerifyHashedPassword(Nobody, hash ?? HashOfNothing.Value, password);
        return hash is not null && result != PasswordVerificationResult.Failed;
    }
}
