using System.Text;
using CustomerCentre.Importing;
using CustomerCentre.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Importing;

/// <summary>Files of one import, in a folder of their own, and the world they are imported into.</summary>
internal sealed class ImportFolder : IAsyncDisposable
{
    public const string Products = "Code;Name;Line\nJAZZ;POHODA Jazz;POHODA\nTAX;TAX;TAX\n";
    public const string Partners = "Code;Name;Country\nP1;Prodejce s.r.o.;CZ\nP2;Jiný prodejce;CZ\n";
    public const string Customers = "CustomerNumber;Kind;Country;Name;RegistrationNumber;City\n1001;Company;CZ;První s.r.o.;25313142;Jihlava\n1002;Company;CZ;Druhá s.r.o.;45274649;Brno\n";
    public const string LicenceHeader = "LicenceNumber;ProductCode;Kind;Quantity;BaseLicenceNumber;State;PartnerCode;DeliveredOn;CustomerNumber;PurchasedOn;TaxDocument;EndReason;EndedOn;ReplacesLicenceNumber\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("customercentre-import-");

    public ImportFolder(params (string Key, string? Value)[] settings) => World = new(null, [.. settings, ("Importing:Reports", Reports)]);

    public World World { get; }

    /// <summary>Where the portal keeps the reports.</summary>
    public string Reports => Path.Combine(folder.FullName, "reports");

    /// <summary>A folder into which a catalogue, two partners and two customers have come.</summary>
    public static async Task<ImportFolder> WithBasics()
    {
        var folder = new ImportFolder();
        (await folder.Import(Products, Partners, Customers)).ShouldAllBe(summary => summary.Bad == 0 && summary.Failure == null);
        return folder;
    }

    /// <summary>Imports texts as UTF-8 files, one after the other in one run.</summary>
    public Task<List<FileSummary>> Import(params string[] texts) => ImportFiles([.. texts.Select(text => Write($"{Guid.NewGuid():n}.csv", Encoding.UTF8.GetBytes(text)))]);

    public Task<List<FileSummary>> ImportFiles(string[] paths, bool isStopped = false)
    {
        var progress = new ImportProgress(TextWriter.Null, isWatched: false, TimeProvider.System);
        return new ImportRun(World.Services.GetRequiredService<IServiceScopeFactory>(), World.Services.GetRequiredService<ImportReports>(), progress)
            .Import(paths.Select(ImportSource.File), new CancellationToken(isStopped));
    }

    /// <summary>Imports lines of licences below the usual header.</summary>
    public async Task<FileSummary> Licences(params string[] lines) => (await Import(LicenceHeader + string.Join('\n', lines))).Single();

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        await World.DisposeAsync();
    }
}
