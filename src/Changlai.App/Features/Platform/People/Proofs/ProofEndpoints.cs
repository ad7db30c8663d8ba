using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.People.Passkeys;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.People.Proofs;

/// <summary>The challenge for a passkey that proves anew who somebody is.</summary>
internal static class ProofEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/account/proof/challenge", AskAsync).ChecksToken().For(Access.SignedIn).AuditsNothing().CountsKnocks();

    private static async Task<IResult> AskAsync(HttpContext http, Database database, PasskeyTickets tickets, TimeProvider time)
    {
        using var session = database.OpenSession();
        return await PasskeyAnswer.AskAsync(http, session, tickets, PasskeyPurpose.Prove, Viewer.Of(http.User).StaffId, time.GetUtcNow());
    }
}
