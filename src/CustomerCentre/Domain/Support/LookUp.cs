using CustomerCentre.Domain.Accounts;

namespace CustomerCentre.Domain.Support;

/// <summary>Why staff opened a customer.</summary>
public enum LookUpReason
{
    /// <summary>The caller read out a support PIN of the customer.</summary>
    Pin,

    /// <summary>The caller read back a code that was sent to a contact on file.</summary>
    Code,

    /// <summary>A call, the caller not proven.</summary>
    Call,

    /// <summary>A written question.</summary>
    Mail,

    /// <summary>Work on an order or an invoice.</summary>
    Order,

    /// <summary>A complaint or a check of the operator's own.</summary>
    Review,
}

/// <summary>One opening of a customer by staff. The customer's managers see when, why and in which role, not who.</summary>
public sealed class LookUp(Guid id, Guid customerId, Guid? accountId, OperatorRole role, LookUpReason reason, DateTimeOffset at)
{
    /// <summary>How long after an opening its customer can be read without a new reason.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>Longest initials, in characters.</summary>
    public const int InitialsMaxLength = 8;

    /// <summary>The first letters of a person's names, such as PP of Petra Podporová.</summary>
    public static string InitialsOf(string name)
    {
        var letters = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLetter(word[0])).Select(word => char.ToUpperInvariant(word[0]));
        return string.Concat(letters.Take(InitialsMaxLength));
    }

    /// <summary>Opaque id, made by the form.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; private set; } = customerId;

    /// <summary>Who opened it; nothing once the record is so old that people are erased from it.</summary>
    public Guid? AccountId { get; private set; } = accountId;

    /// <summary>In which role.</summary>
    public OperatorRole Role { get; private set; } = role;

    /// <summary>The employee's initials: what the customer sees of the person.</summary>
    public string? Initials { get; init; }

    /// <summary>Why.</summary>
    public LookUpReason Reason { get; private set; } = reason;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Whether somebody proved to act for the customer.</summary>
    public bool IsProven => Reason is LookUpReason.Pin or LookUpReason.Code;
}
