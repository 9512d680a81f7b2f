using CustomerCentre.Data;
using CustomerCentre.Data.Credentials;
using CustomerCentre.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Api.Secrets;

/// <summary>Revokes a secret; its tokens are refused from the next request on.</summary>
public sealed class SecretEnd(CustomerCentreDb db, SecretBook book, SecretNews news, AuditTrail audit, TimeProvider time)
{
    /// <summary>Revokes one of the secrets the person may revoke; false when it is none of them.</summary>
    public async Task<bool> Revoke(Func<IQueryable<ApiSecret>> allowed, Guid id, CancellationToken cancellationToken)
    {
        var isFound = await db.InTransaction(async token =>
        {
            if (await allowed().SingleOrDefaultAsync(secret => secret.Id == id, token) is not { } secret)
                return false;
            if (secret.RevokedAt is not null)
                return true;
            secret.Revoke(time.GetUtcNow());
            audit.Add("ApiSecretRevoked", subjectId: secret.Id, note: secret.ClientId);
            await news.Tell(secret.PartnerId, () => SecretLetters.Revoked(secret.Ending), token);
            await db.SaveChangesAsync(token);
            return true;
        }, cancellationToken);
        book.Forget(id);
        return isFound;
    }
}
