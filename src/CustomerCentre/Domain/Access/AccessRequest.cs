using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Access;

/// <summary>State of a request for access.</summary>
public enum AccessRequestState
{
    /// <summary>Waits for a decision.</summary>
    Pending,

    /// <summary>The account became a member.</summary>
    Approved,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Taken back by who made it.</summary>
    Withdrawn,

    /// <summary>Was approved, but the customer's people say "that was not us".</summary>
    Disputed,
}

/// <summary>By what it was proven that the account may act for the customer (domain §7).</summary>
public enum AccessProof
{
    /// <summary>The account's confirmed e-mail is a contact of the customer.</summary>
    ContactEmail,

    /// <summary>A licence number of the customer.</summary>
    LicenceNumber,

    /// <summary>A decision of the operator.</summary>
    Operator,

    /// <summary>The account was a member already.</summary>
    Membership,
}

/// <summary>An account asks to act for an existing customer. A pair that does not hold becomes one too, without a customer: it looks the same from outside.</summary>
public sealed class AccessRequest(Guid id, Guid accountId, string typedNumber, string typedRegister, DateTimeOffset createdAt)
{
    /// <summary>Longest identifying text kept as typed, in characters.</summary>
    public const int TypedMaxLength = 120;

    /// <summary>Longest message to who decides, in characters.</summary>
    public const int MessageMaxLength = 1000;

    /// <summary>How long licences are kept for a pending request.</summary>
    public static readonly TimeSpan ReservationTime = TimeSpan.FromDays(14);

    /// <summary>Opaque id, made by the form.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>Who asks.</summary>
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>Customer number as typed; empty when the person came by registering a company that is a customer already.</summary>
    public string TypedNumber { get; private set; } = typedNumber;

    /// <summary>Register number, or postal code and family name, as typed.</summary>
    public string TypedRegister { get; private set; } = typedRegister;

    /// <summary>The customer the pair leads to; nothing when it leads nowhere. Never shown to who asks.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>What the person writes to who decides.</summary>
    public string? Message { get; set; }

    /// <summary>State.</summary>
    public AccessRequestState State { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>When it was decided, taken back or disputed.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The operator's person who decided.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>By what it was proven, when approved.</summary>
    public AccessProof? Proof { get; private set; }

    /// <summary>The first rule that lets the account in without anybody's decision (domain §7). Nothing without a customer: a pair that does not hold proves nothing.</summary>
    /// <param name="isMember">The account acts for the customer already.</param>
    /// <param name="isContact">Its confirmed e-mail is a contact of the customer.</param>
    /// <param name="isHolder">It knows a licence number of the customer; never true for a partner's people, who see the numbers they sell.</param>
    /// <param name="isDisputed">The customer's people said of it "that was not us", and the operator has not let it in since.</param>
    /// <param name="hasManager">The customer has a manager.</param>
    /// <returns>The proof and the role it gives, or nothing.</returns>
    public (AccessProof Proof, MemberRole Role)? Prove(bool isMember, bool isContact, bool isHolder, bool isDisputed, bool hasManager) => this switch
    {
        { CustomerId: null } => null,
        _ when isMember => (AccessProof.Membership, MemberRole.Reader),
        _ when isDisputed => null,
        _ when isContact => (AccessProof.ContactEmail, hasManager ? MemberRole.Colleague : MemberRole.Manager),
        _ when isHolder => (AccessProof.LicenceNumber, MemberRole.Colleague),
        _ => null,
    };

    /// <summary>Approves: the account becomes a member of the customer.</summary>
    public Member Approve(Customer customer, AccessProof proof, MemberRole role, Guid? decidedBy, DateTimeOffset now)
    {
        Close(AccessRequestState.Approved, decidedBy, now);
        Proof = proof;
        return customer.Admit(AccountId, role, now);
    }

    /// <summary>Refuses.</summary>
    public void Refuse(Guid decidedBy, DateTimeOffset now) => Close(AccessRequestState.Refused, decidedBy, now);

    /// <summary>Who asked takes it back.</summary>
    public void Withdraw(DateTimeOffset now) => Close(AccessRequestState.Withdrawn, null, now);

    /// <summary>The customer's people say of the member whom this request brought: that was not us.</summary>
    public void Dispute(DateTimeOffset now)
    {
        if (State != AccessRequestState.Approved)
            throw new InvalidOperationException($"The request is {State}, not approved.");
        (State, ClosedAt) = (AccessRequestState.Disputed, now);
    }

    /// <summary>Remembers the dispute of a member who came without a request, or whose request is gone.</summary>
    public static AccessRequest DisputeOf(Member member, CustomerNumber number, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), member.AccountId, number.Value, "", now) { CustomerId = member.CustomerId, State = AccessRequestState.Disputed, ClosedAt = now };

    private void Close(AccessRequestState state, Guid? decidedBy, DateTimeOffset now)
    {
        if (State != AccessRequestState.Pending)
            throw new InvalidOperationException($"The request is {State} already.");
        (State, DecidedBy, ClosedAt) = (state, decidedBy, now);
    }
}
