using CustomerCentre.Domain.Access;

namespace CustomerCentre.Data;

/// <summary>What "that was not us" leaves behind.</summary>
internal static class Disputes
{
    /// <summary>Disputes that still hold: the operator has not let the account act for the customer again since.</summary>
    public static IQueryable<AccessRequest> StandingDisputes(this CustomerCentreDb db) => db.AccessRequests.Where(disputed =>
        disputed.State == AccessRequestState.Disputed
        && !db.AccessRequests.Any(later => later.AccountId == disputed.AccountId && later.CustomerId == disputed.CustomerId
            && later.State == AccessRequestState.Approved && later.Proof == AccessProof.Operator && later.ClosedAt >= disputed.ClosedAt));
}
