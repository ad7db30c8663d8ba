using Changlai.App.Features.Platform.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Changlai.App.Features.Platform.People.Passkeys;

/// <summary>Checks what an authenticator answered.</summary>
internal static class PasskeyAnswer
{
    /// <summary>A signature and a key are some hundred bytes; nobody needs more.</summary>
    private const int Longest = 32_000;

    /// <summary>The options for asking any authenticator that knows somebody here, with a ticket for the answer.</summary>
    public static async Task<IResult> AskAsync(HttpContext http, DatabaseSession session, PasskeyTickets tickets, PasskeyPurpose purpose, long staffId, DateTimeOffset now)
    {
        var asked = await PasskeyUsers.Checks(session).MakeRequestOptionsAsync(staffId == 0 ? null : PasskeyStore.HolderFor(session, staffId), http);
        tickets.Give(http, purpose, staffId, "", asked.AssertionState, now);
        return Results.Content(asked.RequestOptionsJson, "application/json");
    }

    /// <summary>Whose passkey signed the challenge of this browser's ticket; it is then used.</summary>
    /// <param name="staffId">Who it has to be; 0 for anybody.</param>
    /// <returns>Null when it does not fit.</returns>
    public static async Task<PasskeyHolder?> CheckAsync(HttpContext http, DatabaseSession session, PasskeyTickets tickets, PasskeyPurpose purpose, long staffId, string? credential, DateTimeOffset now)
    {
        if (credential is not { Length: > 0 and < Longest } || tickets.Take(http, session, purpose, staffId, now) is not { } ticket) return null;
        var result = await PasskeyUsers.Checks(session).PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = ticket.State });
        if (!result.Succeeded || staffId != 0 && result.User.StaffId != staffId) return null;
        PasskeyStore.Used(session, result.Passkey, now);
        return result.User;
    }

    /// <summary>A new passkey that signed the challenge of this browser's ticket.</summary>
    public static async Task<(PasskeyHolder Holder, UserPasskeyInfo Key)?> MadeAsync(HttpContext http, DatabaseSession session, PasskeyTickets tickets, long staffId, string? credential, DateTimeOffset now)
    {
        if (credential is not { Length: > 0 and < Longest } || tickets.Take(http, session, PasskeyPurpose.Add, staffId, now) is not { } ticket) return null;
        var result = await PasskeyUsers.Checks(session).PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = ticket.State });
        return result.Succeeded ? (new PasskeyHolder(staffId, ticket.Handle), result.Passkey) : null;
    }
}
