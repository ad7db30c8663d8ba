using Changlai.App.Features.Platform.Contracts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Changlai.App.Features.Platform.People.Passkeys;

/// <summary>Our tables as ASP.NET Core Identity asks for them when it checks a passkey. It only looks up; what is kept is written by <see cref="PasskeyStore"/>.</summary>
internal sealed class PasskeyUsers(DatabaseSession session) : IUserPasskeyStore<PasskeyHolder>
{
    private static readonly IOptions<IdentityPasskeyOptions> Rules = Options.Create(new IdentityPasskeyOptions
    {
        UserVerificationRequirement = "required",
        ResidentKeyRequirement = "required",
        AttestationConveyancePreference = "none",
        AuthenticatorTimeout = PasskeyTickets.Lasts,
        // As the browser saw the address; behind a proxy, as the proxy named it.
        ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host}"),
    });

    private static readonly IOptions<IdentityOptions> Usual = Options.Create(new IdentityOptions());

    /// <summary>What checks answers of authenticators, with these tables behind it.</summary>
    public static PasskeyHandler<PasskeyHolder> Checks(DatabaseSession session) =>
        new(new UserManager<PasskeyHolder>(new PasskeyUsers(session), Usual, null!, [], [], null!, null!, null!, NullLogger<UserManager<PasskeyHolder>>.Instance), Rules);

    public Task<PasskeyHolder?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(PasskeyStore.HolderOf(session, userId));

    public Task<PasskeyHolder?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => Task.FromResult(PasskeyStore.HolderOf(session, credentialId));

    public Task<UserPasskeyInfo?> FindPasskeyAsync(PasskeyHolder user, byte[] credentialId, CancellationToken cancellationToken) => Task.FromResult(PasskeyStore.Keys(session, user.StaffId, credentialId).FirstOrDefault());

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyHolder user, CancellationToken cancellationToken) => Task.FromResult<IList<UserPasskeyInfo>>(PasskeyStore.Keys(session, user.StaffId, null));

    public Task<string> GetUserIdAsync(PasskeyHolder user, CancellationToken cancellationToken) => Task.FromResult(user.Handle);

    public Task<string?> GetUserNameAsync(PasskeyHolder user, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task<string?> GetNormalizedUserNameAsync(PasskeyHolder user, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task<PasskeyHolder?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task AddOrUpdatePasskeyAsync(PasskeyHolder user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RemovePasskeyAsync(PasskeyHolder user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetUserNameAsync(PasskeyHolder user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetNormalizedUserNameAsync(PasskeyHolder user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> CreateAsync(PasskeyHolder user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> UpdateAsync(PasskeyHolder user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(PasskeyHolder user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
