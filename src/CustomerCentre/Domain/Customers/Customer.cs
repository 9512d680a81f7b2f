using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Customers;

/// <summary>Who owns licences: a company, sole trader, organisation or consumer, known to the public by its customer number.</summary>
public sealed class Customer
{
    private readonly List<IssuedNumber> numbers = [];
    private readonly List<Member> members = [];
    private readonly List<Contact> contacts = [];

    private Customer()
    {
    }

    /// <summary>Opaque id. The public number is <see cref="Number"/>.</summary>
    public Guid Id { get; private set; }

    /// <summary>Name, address and identifiers.</summary>
    public CustomerDetails Details
    {
        get;
        private set => (field, NameKey) = (value, SearchText.Normalize(value.Name));
    }

    = null!;

    /// <summary>The name in the form it is looked up by.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>What a register said of the details when they were written.</summary>
    public RegisterCheck Check { get; private set; } = RegisterCheck.None;

    /// <summary>The primary customer of which this imported row is a known duplicate, waiting to be merged.</summary>
    public Guid? DuplicateOfId { get; private set; }

    /// <summary>When the customer was opened here or imported.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When somebody acting for the customer last wrote the details; an import never overwrites them after that.</summary>
    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>What the customer's people said of partners' checks; nothing until they say.</summary>
    public bool? PartnerChecks { get; set; }

    /// <summary>Whether partners may check the customer: a natural person only after allowing it.</summary>
    public bool AllowsPartnerChecks => Details.Kind.AllowsPartnerChecks(PartnerChecks);

    /// <summary>Every number the customer ever had; exactly one is current.</summary>
    public IReadOnlyCollection<IssuedNumber> Numbers => numbers;

    /// <summary>Accounts that may act for the customer.</summary>
    public IReadOnlyCollection<Member> Members => members;

    /// <summary>E-mails and phones the operator has on file.</summary>
    public IReadOnlyCollection<Contact> Contacts => contacts;

    /// <summary>The customer number valid today.</summary>
    public CustomerNumber Number => numbers.Single(number => number.IsCurrent).Number;

    /// <summary>Opens a customer under a newly issued number.</summary>
    public static Customer Open(Guid id, CustomerNumber number, CustomerDetails details, RegisterCheck check, DateTimeOffset now)
    {
        var customer = new Customer { Id = id, Details = details, Check = check, OpenedAt = now };
        customer.numbers.Add(new IssuedNumber(number, id, now));
        return customer;
    }

    /// <summary>Somebody acting for the customer confirms or completes its details.</summary>
    public void Edit(CustomerDetails details, RegisterCheck check, DateTimeOffset now)
    {
        (Details, Check) = (details, check);
        EditedAt = now;
    }

    /// <summary>The import brings details; call it only while nobody has edited them (<see cref="EditedAt"/>).</summary>
    public void Refresh(CustomerDetails details) => Details = details;

    /// <summary>Queues this row for merging into the primary customer of the same company.</summary>
    public void MarkDuplicateOf(Guid primaryId) => DuplicateOfId = primaryId;

    /// <summary>Lets an account act for the customer. An account that already may keeps its role.</summary>
    /// <returns>The membership, new or existing.</returns>
    public Member Admit(Guid accountId, MemberRole role, DateTimeOffset now)
    {
        if (members.FirstOrDefault(member => member.AccountId == accountId) is { } existing)
            return existing;
        var member = new Member(Id, accountId, role, now);
        members.Add(member);
        return member;
    }

    /// <summary>Adds a contact.</summary>
    public Contact AddContact(string? name, EmailAddress? email, PhoneNumber? phone)
    {
        var contact = new Contact(Guid.CreateVersion7(), Id) { Name = name, Email = email, Phone = phone };
        contacts.Add(contact);
        return contact;
    }
}
