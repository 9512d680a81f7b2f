using CustomerCentre.Data;
using CustomerCentre.Data.Mapping;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Passkeys;

/// <summary>The person's passkeys, in the order they were added.</summary>
public static class ListPasskeys
{
    [Allow(Policies.InPerson)]
    public sealed record Query : IRequest<Result<Answer>>;

    /// <param name="Passkeys">Every one.</param>
    /// <param name="HasPassword">A new one is added with the password.</param>
    public sealed record Answer(IReadOnlyList<PasskeyEntry> Passkeys, bool HasPassword);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var kept = await db.PasskeysOf(user.Id)
                .Select(p => new { p.CredentialId, p.Data.Name, p.Data.CreatedAt, UsedAt = EF.Property<DateTimeOffset?>(p, PasskeyMapping.UsedAt) })
                .OrderBy(p => p.CreatedAt).ToListAsync(cancellationToken);
            var hasPassword = await db.Users.AnyAsync(a => a.Id == user.Id && a.PasswordHash != null, cancellationToken);
            return new Answer([.. kept.Select(p => new PasskeyEntry(WebEncoders.Base64UrlEncode(p.CredentialId), p.Name, p.CreatedAt, p.UsedAt))], hasPassword);
        }
    }
}

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">Its id as it stands in addresses (base64url).</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="UsedAt">When it signed in last.</param>
public sealed record PasskeyEntry(string Id, string? Name, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt)
{
    /// <summary>The bytes of an id; empty, which none has, when it is no id.</summary>
    public static byte[] Read(string? id)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(id ?? "");
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
