namespace Changlai.App.Features.Platform.People.Passkeys;

/// <summary>Somebody as their authenticators know them.</summary>
/// <param name="Handle">Random, the same for all of a person's passkeys: an authenticator learns no id of ours, and two businesses at one address stay apart.</param>
internal sealed record PasskeyHolder(long StaffId, string Handle);
