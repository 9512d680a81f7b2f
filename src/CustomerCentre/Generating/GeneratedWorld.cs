using System.Text;

namespace CustomerCentre.Generating;

/// <summary>Writes the files of a made-up world, customer by customer, so that memory does not grow with it. The same numbers make the same files, byte for byte.</summary>
/// <param name="customers">How many customers.</param>
/// <param name="seed">Which of the possible worlds.</param>
/// <param name="year">The year before whose beginning everything was bought; support reaches into it.</param>
internal sealed class GeneratedWorld(int customers, int seed, int year)
{
    private const string Catalogue = "Demo/products.csv";

    /// <summary>Writes the files into a folder.</summary>
    /// <returns>The files.</returns>
    public IReadOnlyList<CsvFile> Write(string folder, Action<int> progress)
    {
        using var products = new CsvFile(folder, "products");
        using var partners = new CsvFile(folder, "partners");
        using var owners = new CsvFile(folder, "customers");
        using var contacts = new CsvFile(folder, "contacts");
        using var licences = new CsvFile(folder, "licences");
        using var support = new CsvFile(folder, "support-periods");

        var catalogue = ReadCatalogue();
        catalogue.ForEach(products.Write);
        List<string> codes = [.. catalogue.Select(product => product[0])];
        var partnerCount = GeneratedPartners.CountFor(customers);
        for (var index = 0; index < partnerCount; index++)
            partners.Write(GeneratedPartners.Values(seed, index));
        for (var index = 0; index < customers; index++)
        {
            progress(index);
            var customer = GeneratedCustomer.At(seed, index);
            owners.Write(customer.Values);
            foreach (var contact in GeneratedContacts.Of(customer))
                contacts.Write(contact);
            foreach (var (row, periods) in new GeneratedLicences(customer, codes, partnerCount, year).Rows())
            {
                licences.Write(row.Values);
                foreach (var period in periods)
                    support.Write(period);
            }
        }

        return [products, partners, owners, contacts, licences, support];
    }

    private static List<string[]> ReadCatalogue()
    {
        using var stream = typeof(GeneratedWorld).Assembly.GetManifestResourceStream(Catalogue)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line => line.Split(';'))];
    }
}
