using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Domain.Licences;

/// <summary>The right to use a product, through all the numbers it ever had.</summary>
public sealed class Licence
{
    /// <summary>Longest note why a licence ended, in characters.</summary>
    public const int EndNoteMaxLength = 200;

    private readonly List<IssuedLicenceNumber> numbers = [];
    private readonly List<SupportPeriod> supportPeriods = [];

    private Licence()
    {
    }

    /// <summary>Opaque id, the only thing of a licence that stands in a URL.</summary>
    public Guid Id { get; private set; }

    /// <summary>The product.</summary>
    public Guid ProductId { get; private set; }

    /// <summary>The product, when loaded.</summary>
    public Product Product { get; private set; } = null!;

    /// <summary>Licence type.</summary>
    public LicenceKind Kind { get; private set; }

    /// <summary>Computers a <see cref="LicenceKind.Cal"/> adds; 1 otherwise.</summary>
    public int Quantity { get; private set; } = 1;

    /// <summary>State.</summary>
    public LicenceState State { get; private set; }

    /// <summary>The base licence of an add-on; its support is the base's.</summary>
    public Guid? BaseLicenceId { get; private set; }

    /// <summary>The base licence, when loaded.</summary>
    public Licence? BaseLicence { get; private set; }

    /// <summary>The partner it was delivered to; nothing for a direct sale.</summary>
    public Guid? PartnerId { get; private set; }

    /// <summary>Day of delivery to the partner; no purchase can be earlier.</summary>
    public DateOnly? DeliveredOn { get; private set; }

    /// <summary>Day of the partner's sale as the vendor's records know it before any registration: a second fact for a foreign number.</summary>
    public DateOnly? KnownPurchasedOn { get; private set; }

    /// <summary>Tax document of the partner's sale as the vendor's records know it before any registration: a second fact for a foreign number.</summary>
    public string? KnownTaxDocument { get; private set; }

    /// <summary>The customer it is bound to.</summary>
    public Guid? CustomerId { get; private set; }

    /// <summary>Day of the purchase, by the customer or by the operator's invoice.</summary>
    public DateOnly? PurchasedOn { get; private set; }

    /// <summary>Number of the tax document of the purchase.</summary>
    public string? TaxDocument { get; private set; }

    /// <summary>When it was bound; for a direct sale the invoice's day.</summary>
    public DateTimeOffset? RegisteredAt { get; private set; }

    /// <summary>Why it ended.</summary>
    public LicenceEnd? EndReason { get; private set; }

    /// <summary>Day it ended.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>The operator's note to the end, shown to the customer.</summary>
    public string? EndNote { get; private set; }

    /// <summary>Every number it ever had; exactly one is current.</summary>
    public IReadOnlyCollection<IssuedLicenceNumber> Numbers => numbers;

    /// <summary>Prepaid support.</summary>
    public IReadOnlyCollection<SupportPeriod> SupportPeriods => supportPeriods;

    /// <summary>Whether the operator sold it itself.</summary>
    public bool IsSoldDirectly => PartnerId is null && State is LicenceState.Registered;

    /// <summary>Computers the licence covers: of a base licence with those its CAL add-ons bring, of an add-on those it brings itself.</summary>
    /// <param name="added">Computers of all its CAL add-ons.</param>
    public int StationsWith(int added) => Kind.IsAddOn() ? Quantity : Kind.Stations() + added;

    /// <summary>Makes a licence in stock.</summary>
    public static Licence Make(Guid id, Guid productId, LicenceKind kind, LicenceNumber number, DateTimeOffset now, int quantity = 1, Guid? baseLicenceId = null)
    {
        var licence = new Licence { Id = id, ProductId = productId, Kind = kind, Quantity = quantity, BaseLicenceId = baseLicenceId };
        licence.numbers.Add(new IssuedLicenceNumber(number, id, now));
        return licence;
    }

    /// <summary>The operator's records correct what the licence is, for example after a change to a larger network.</summary>
    public void Correct(Guid productId, LicenceKind kind, int quantity, Guid? baseLicenceId) =>
        (ProductId, Kind, Quantity, BaseLicenceId) = (productId, kind, quantity, baseLicenceId);

    /// <summary>Gives the licence a new number; the old one stays as its past.</summary>
    /// <returns>The new number.</returns>
    public IssuedLicenceNumber ReplaceNumber(LicenceNumber number, DateTimeOffset now)
    {
        numbers.ForEach(old => old.IsCurrent = false);
        var issued = new IssuedLicenceNumber(number, Id, now);
        numbers.Add(issued);
        return issued;
    }

    /// <summary>Sells the licence to a partner.</summary>
    public void DeliverTo(Guid partnerId, DateOnly deliveredOn)
    {
        (PartnerId, DeliveredOn) = (partnerId, deliveredOn);
        if (State == LicenceState.InStock)
            State = LicenceState.Sold;
    }

    /// <summary>Keeps what the vendor's records know of the partner's sale. Undoing a registration does not touch it.</summary>
    public void RememberSale(DateOnly? on, string? taxDocument) => (KnownPurchasedOn, KnownTaxDocument) = (on, taxDocument);

    /// <summary>
    /// Whether knowing this number, with these facts of the purchase, proves that one holds the licence (domain §5): a number of ours does by itself,
    /// a foreign one only with a purchase date or tax document that the records know too.
    /// </summary>
    public bool IsProvenBy(LicenceNumber number, DateOnly? purchasedOn, string? taxDocument) =>
        number.IsOurs
        || (purchasedOn is not null && (purchasedOn == KnownPurchasedOn || purchasedOn == PurchasedOn))
        || Purchase.IsSameDocument(taxDocument, KnownTaxDocument) || Purchase.IsSameDocument(taxDocument, TaxDocument);

    /// <summary>Records a direct sale or a registration known from elsewhere: bound to its customer from the purchase on.</summary>
    public void BindTo(Guid customerId, Purchase purchase, DateTimeOffset registeredAt)
    {
        CustomerId = customerId;
        (PurchasedOn, TaxDocument) = (purchase.On, purchase.TaxDocument);
        RegisteredAt = registeredAt;
        State = LicenceState.Registered;
    }

    /// <summary>Why a person cannot register this licence; nothing when they can.</summary>
    /// <param name="number">Its current number as typed.</param>
    /// <param name="purchase">What the person says of the purchase; nothing when not asked yet.</param>
    /// <param name="isYours">Whether it is bound to a customer the person acts for.</param>
    /// <param name="isKeptForAnother">Whether it waits for the decision of somebody else's request for access.</param>
    /// <param name="today">Today by the business calendar.</param>
    public RegistrationRefusal? RefusalFor(LicenceNumber number, Purchase? purchase, bool isYours, bool isKeptForAnother, DateOnly today) => this switch
    {
        { State: LicenceState.Registered } when isYours => RegistrationRefusal.AlreadyYours,
        _ when State != LicenceState.Sold || isKeptForAnother => RegistrationRefusal.NotAvailable,
        _ when !IsProvenBy(number, purchase?.On, purchase?.TaxDocument) => RegistrationRefusal.NotAvailable,
        _ when purchase?.On > today => RegistrationRefusal.PurchaseInFuture,
        _ when purchase?.On < DeliveredOn => RegistrationRefusal.PurchaseBeforeDelivery,
        _ => null,
    };

    /// <summary>Registers the licence: binds it to a customer and opens its support. Call only without a <see cref="RefusalFor"/>.</summary>
    /// <param name="registrationId">Id of the registration.</param>
    /// <param name="intentId">Id of the command: one click may register several licences.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="accountId">Who registers.</param>
    /// <param name="purchase">What the person says of the purchase; a day that the records know is taken instead of the person's.</param>
    /// <param name="termsVersion">Version of the licence terms that was accepted.</param>
    /// <param name="rule">How a purchase opens support.</param>
    /// <param name="now">Now.</param>
    public ProductRegistration Register(
        Guid registrationId, Guid intentId, Guid customerId, Guid accountId, Purchase purchase, string termsVersion, SupportRule rule, DateTimeOffset now)
    {
        if (State != LicenceState.Sold)
            throw new InvalidOperationException($"A licence in state {State} cannot be registered.");
        BindTo(customerId, purchase with { On = KnownPurchasedOn ?? purchase.On }, now);
        if (!Kind.IsAddOn())
            AddSupport(rule.PeriodsFor(Id, PurchasedOn!.Value));
        return new ProductRegistration(registrationId, intentId, Id, customerId, accountId, termsVersion, now);
    }

    /// <summary>Takes a registration back, as if it had not been.</summary>
    /// <returns>The support periods that go with it, to be deleted.</returns>
    public IReadOnlyList<SupportPeriod> UndoRegistration()
    {
        List<SupportPeriod> gone = [.. supportPeriods.Where(period => period.Source == SupportSource.Registration)];
        supportPeriods.RemoveAll(gone.Contains);
        (CustomerId, PurchasedOn, TaxDocument, RegisteredAt) = (null, null, null, null);
        State = LicenceState.Sold;
        return gone;
    }

    /// <summary>Adds support; a year already covered from the same source stays as it is.</summary>
    public void AddSupport(IEnumerable<SupportPeriod> periods) =>
        supportPeriods.AddRange(periods.Where(added => !supportPeriods.Any(known => known.Year == added.Year && known.Source == added.Source)).ToList());

    /// <summary>Ends the licence.</summary>
    public void End(LicenceEnd reason, DateOnly on, string? note)
    {
        State = LicenceState.Ended;
        (EndReason, EndedOn, EndNote) = (reason, on, note);
    }
}
