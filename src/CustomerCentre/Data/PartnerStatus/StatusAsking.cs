using System.Security.Cryptography;
using CustomerCentre.Domain.Partners;

namespace CustomerCentre.Data.PartnerStatus;

/// <summary>Who asks, how and why.</summary>
/// <param name="PartnerId">The partner.</param>
/// <param name="AccountId">The partner's person; nothing for the API.</param>
/// <param name="Channel">How.</param>
/// <param name="Purpose">Why.</param>
/// <param name="IntentId">Id of the form's command: sent twice it leaves one line in the customer's history. Nothing for the API, where each request is a check of its own.</param>
public sealed record StatusAsking(Guid PartnerId, Guid? AccountId, CheckChannel Channel, CheckPurpose Purpose, Guid? IntentId = null)
{
    // Beyond it the same id is a new look, or a partner that kept sending one id would look unseen.
    private static readonly TimeSpan SameIntent = TimeSpan.FromMinutes(10);

    /// <summary>The line in the customer's history.</summary>
    public PartnerCheck CheckOf(Guid customerId, DateTimeOffset now) => new()
    {
        Id = IntentId is { } intent ? IdOf(intent, customerId, now) : Guid.CreateVersion7(now),
        CustomerId = customerId,
        PartnerId = PartnerId,
        AccountId = AccountId,
        Channel = Channel,
        Purpose = Purpose,
        At = now,
    };

    // Ordered by time as every id of the history, and the same for the same intent.
    private Guid IdOf(Guid intent, Guid customerId, DateTimeOffset now)
    {
        var window = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % SameIntent.Ticks), TimeSpan.Zero);
        var id = Guid.CreateVersion7(window).ToByteArray(bigEndian: true);
        SHA256.HashData([.. intent.ToByteArray(), .. customerId.ToByteArray(), .. PartnerId.ToByteArray()]).AsSpan(0, 8).CopyTo(id.AsSpan(8));
        id.AsSpan(6, 2).Clear();
        id[6] = 0x70;
        return new Guid(id, bigEndian: true);
    }
}
