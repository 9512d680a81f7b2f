using CustomerCentre.Domain.Records;
using CustomerCentre.Requests;

namespace CustomerCentre.Data;

/// <summary>Writes down what happened, in the transaction in which it happens. Notes hold no personal data and no secrets.</summary>
public sealed class AuditTrail(CustomerCentreDb db, CurrentUser user, TimeProvider time)
{
    public void Add(string what, Guid? customerId = null, Guid? subjectId = null, string? note = null)
    {
        var now = time.GetUtcNow();
        db.Audit.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            Event = what,
            AccountId = user.Seen?.AgentId ?? user.AccountId,
            CustomerId = customerId,
            SubjectId = subjectId,
            Note = note,
        });
    }
}
