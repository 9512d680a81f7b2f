using CustomerCentre.Importing.Kinds;

namespace CustomerCentre.Importing;

/// <summary>A kind of imported file: which columns it has and who writes its lines into the database.</summary>
/// <param name="Name">Name of the kind and of its template.</param>
/// <param name="About">What the lines are and by what they are found again.</param>
/// <param name="Columns">The documented columns, in the order of the template.</param>
/// <param name="Importer">The <see cref="ILineImporter"/>.</param>
internal sealed record FileKind(string Name, string About, IReadOnlyList<Column> Columns, Type Importer)
{
    /// <summary>Every kind, in the order in which one needs the other.</summary>
    public static IReadOnlyList<FileKind> All { get; } =
    [
        Of<ProductLine, ProductImporter>("products", "The catalogue. Key: Code."),
        Of<PartnerLine, PartnerImporter>("partners", "Business partners. Key: Code."),
        Of<CustomerLine, CustomerImporter>("customers", "Customers. Key: CustomerNumber."),
        Of<ContactLine, ContactImporter>("contacts", "E-mails and phones on file. Key: CustomerNumber with Email, or with Phone where there is no e-mail."),
        Of<MemberLine, MemberImporter>("members", "People who may act for a customer. Key: CustomerNumber with Email."),
        Of<LicenceLine, LicenceImporter>("licences", "Licences in every state. Key: LicenceNumber."),
        Of<SupportPeriodLine, SupportPeriodImporter>("support-periods", "Prepaid support. Key: LicenceNumber with the calendar year and Source."),
        Of<CredentialLine, CredentialImporter>("credentials", "Passwords of the old services, as hashes. Key: Email with Service. The newest by ChangedAt counts; an account that has come over already gets none back."),
    ];

    /// <summary>Recognises a file by its header: every required column is there, and it fits better than any other kind.</summary>
    /// <returns>Nothing when no kind fits, or when two fit equally well.</returns>
    public static FileKind? Recognise(IReadOnlyCollection<string> header)
    {
        var fitting = All
            .Where(kind => kind.Columns.Where(column => column.About.IsRequired).All(column => header.Contains(column.Name, StringComparer.OrdinalIgnoreCase)))
            .Select(kind => (Kind: kind, Known: kind.Columns.Count(column => header.Contains(column.Name, StringComparer.OrdinalIgnoreCase))))
            .OrderByDescending(match => match.Known).Take(2).ToList();
        return fitting.Count == 0 || (fitting.Count == 2 && fitting[0].Known == fitting[1].Known) ? null : fitting[0].Kind;
    }

    private static FileKind Of<TLine, TImporter>(string name, string about)
        where TImporter : ILineImporter => new(name, about, Column.Of(typeof(TLine)), typeof(TImporter));
}

/// <summary>Writes lines of one kind into the database.</summary>
internal interface ILineImporter
{
    /// <summary>
    /// Applies the good lines of a batch to tracked entities, each line seeing what the lines before it did, and notes what is wrong with the others.
    /// Saves nothing, and looks things up by the keys of the whole batch, never line by line.
    /// </summary>
    Task Apply(Batch batch, CancellationToken cancellationToken);
}
