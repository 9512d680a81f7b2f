using System.Security.Cryptography;
using System.Text.Json;
using CustomerCentre.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace CustomerCentre.Features.Accounts.Passkeys;

/// <summary>What a browser is asked to do with a passkey.</summary>
/// <param name="Options">For the browser, as JSON.</param>
/// <param name="State">For the form to carry back: what was asked, protected.</param>
public sealed record PasskeyOffer(string Options, string State);

/// <summary>Asks browsers for passkeys and looks at what comes back. Each question is answered once and within an hour: a captured answer is worth nothing a second time.</summary>
public sealed class PasskeyDesk(IPasskeyHandler<Account> handler, IHttpContextAccessor browser, IDataProtectionProvider protection, Attempts attempts, TimeProvider time)
{
    /// <summary>Longest answer of a browser, in characters; real ones have some thousands.</summary>
    public const int CredentialMaxLength = 20_000;

    private static readonly AttemptLimit Once = new("PasskeyQuestion", 1, TimeSpan.FromHours(2));
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly IDataProtector signIn = protection.CreateProtector("Passkey", "SignIn");
    private readonly IDataProtector creation = protection.CreateProtector("Passkey", "Creation");

    private HttpContext Http => browser.HttpContext ?? throw new InvalidOperationException("Passkeys are asked for on pages only.");

    /// <summary>Asks for any passkey of this site, never for those of somebody.</summary>
    public async Task<PasskeyOffer> OfferSignIn()
    {
        var made = await handler.MakeRequestOptionsAsync(null, Http);
        return new(made.RequestOptionsJson, Seal(signIn, made.AssertionState));
    }

    /// <summary>Asks to make a passkey for a signed-in person.</summary>
    public async Task<PasskeyOffer> OfferCreation(Account account)
    {
        var made = await handler.MakeCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.Name ?? account.Email! }, Http);
        return new(made.CreationOptionsJson, Seal(creation, made.AttestationState));
    }

    /// <summary>Whose passkey answered; null when the answer is not good.</summary>
    public async Task<PasskeyAssertionResult<Account>?> Look(string state, string credential, CancellationToken cancellationToken)
    {
        if (await Unseal(signIn, state, cancellationToken) is not { } asked)
            return null;
        var result = await handler.PerformAssertionAsync(new() { HttpContext = Http, CredentialJson = credential, AssertionState = asked });
        return result.Succeeded ? result : null;
    }

    /// <summary>The passkey that was made for an account; null when the answer is not good or was made for another.</summary>
    public async Task<UserPasskeyInfo?> Take(Guid accountId, string state, string credential, CancellationToken cancellationToken)
    {
        if (await Unseal(creation, state, cancellationToken) is not { } asked)
            return null;
        var result = await handler.PerformAttestationAsync(new() { HttpContext = Http, CredentialJson = credential, AttestationState = asked });
        return result.Succeeded && result.UserEntity.Id == accountId.ToString() ? result.Passkey : null;
    }

    private string Seal(IDataProtector protector, string? asked) =>
        protector.Protect(JsonSerializer.Serialize(new Question(Guid.NewGuid(), asked ?? "", time.GetUtcNow() + Lifetime)));

    private async Task<string?> Unseal(IDataProtector protector, string state, CancellationToken cancellationToken)
    {
        try
        {
            var question = JsonSerializer.Deserialize<Question>(protector.Unprotect(state));
            return question?.ExpiresAt > time.GetUtcNow() && await attempts.Take(Once, $"{question.Id}", cancellationToken) ? question.Asked : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Question(Guid Id, string Asked, DateTimeOffset ExpiresAt);
}
