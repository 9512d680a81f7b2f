using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Customers;

/// <summary>An e-mail and phone the operator has on file for a customer, with or without an account.</summary>
public sealed class Contact(Guid id, Guid customerId)
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 150;

    /// <summary>Opaque id.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; private set; } = customerId;

    /// <summary>Name of the person.</summary>
    public string? Name { get; set; }

    /// <summary>E-mail.</summary>
    public EmailAddress? Email
    {
        get;
        set => (field, NormalizedEmail) = (value, value?.Normalized);
    }

    /// <summary>The e-mail in the form it is looked up by.</summary>
    public string? NormalizedEmail { get; private set; }

    /// <summary>Phone.</summary>
    public PhoneNumber? Phone { get; set; }
}
