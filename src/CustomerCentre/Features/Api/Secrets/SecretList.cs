using CustomerCentre.Data;
using CustomerCentre.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Api.Secrets;

/// <summary>A page of secrets.</summary>
public sealed record SecretPage(IReadOnlyList<SecretRow> Rows, int Page, int Pages);

/// <summary>Pages of secrets, those that are accepted first.</summary>
internal static class SecretList
{
    public const int PageSize = 25;

    public static async Task<SecretPage> Page(this IQueryable<ApiSecret> secrets, CustomerCentreDb db, int page, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var pages = Math.Max(1, (await secrets.CountAsync(cancellationToken) + PageSize - 1) / PageSize);
        var current = Math.Clamp(page, 1, pages);
        var rows = await secrets.AsNoTracking()
            .OrderByDescending(secret => secret.RevokedAt == null && secret.ExpiresAt > now).ThenByDescending(secret => secret.CreatedAt).ThenBy(secret => secret.Id)
            .Skip((current - 1) * PageSize).Take(PageSize)
            .Select(secret => new SecretRow(
                secret.Id, db.Partners.Where(partner => partner.Id == secret.PartnerId).Select(partner => partner.Name).First(), secret.ClientId, secret.Ending,
                db.Users.Where(account => account.Id == secret.MadeBy).Select(account => account.Name ?? account.Email!).First(),
                secret.CreatedAt, secret.ExpiresAt, secret.UsedAt, secret.RevokedAt, secret.RevokedAt == null && secret.ExpiresAt > now))
            .ToListAsync(cancellationToken);
        return new SecretPage(rows, current, pages);
    }
}
