using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>Makes a request of what was typed and finds what proves it. Guessing is limited by account, network and customer number.</summary>
public sealed class ProofFinder(CustomerCentreDb db, PairFinder pairs, Failures failures, CurrentUser user, TimeProvider time)
{
    private static readonly FailureLimit Limit = new("AskForAccess", PerAccount: 5, PerAddress: 25, PerTarget: 10, TimeSpan.FromDays(1));

    /// <summary>Counts what proves nothing; goes before the transaction that keeps the request. One request is one guess, however often it is sent: it is answered only once.</summary>
    public Task<Standing> Guard(AskForAccess.Command typed, CancellationToken cancellationToken) =>
        failures.Guard(Limit, TargetOf(typed), $"{typed.Id}", async token => (await Find(typed, token)).Proof is not null, cancellationToken);

    /// <summary>The request, not saved yet, and what proves it. Whatever is found, it costs the same.</summary>
    public async Task<(AccessRequest Request, (AccessProof Proof, MemberRole Role)? Proof)> Find(AskForAccess.Command typed, CancellationToken cancellationToken)
    {
        var me = await db.Users.AsNoTracking().Where(account => account.Id == user.Id)
            .Select(a => new { a.Email, a.EmailConfirmed, IsPartner = db.PartnerMembers.Any(partner => partner.AccountId == a.Id) }).SingleAsync(cancellationToken);
        var email = me.EmailConfirmed ? EmailAddress.TryParse(me.Email)?.Normalized : null;
        var found = await pairs.Find(typed, user.Id, email, cancellationToken);
        var request = new AccessRequest(typed.Id, user.Id, NumberOf(typed), RegisterOf(typed), time.GetUtcNow())
        {
            CustomerId = found.CustomerId,
            Message = LicenceEntry.Clean(typed.Message),
        };
        return (request, request.Prove(found.IsMember, found.IsContact, found.IsHolder && !me.IsPartner, found.IsDisputed, found.HasManager));
    }

    private static string NumberOf(AskForAccess.Command typed) => CustomerNumber.TryParse(typed.CustomerNumber)?.Value ?? "";

    private static string RegisterOf(AskForAccess.Command typed) => typed.Licences.Count > 0 ? $"{typed.CountryCode} {typed.RegistrationNumber!.Trim()}"
        : !string.IsNullOrWhiteSpace(typed.RegistrationNumber) ? typed.RegistrationNumber.Trim() : $"{typed.PostalCode!.Trim()}, {typed.FamilyName!.Trim()}";

    private static string TargetOf(AskForAccess.Command typed) => typed.Licences.Count > 0 ? RegisterOf(typed) : NumberOf(typed);
}
