using System.Globalization;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using CustomerCentre.Domain;
using CustomerCentre.Requests;
using CustomerCentre.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Net.Http.Headers;

namespace CustomerCentre.Features.Accounts.Profile;

/// <summary>What is kept about the person as a file (JSON). It is written while it is read, so its length costs no memory.</summary>
internal static class MyDataFile
{
    private static readonly JsonSerializerOptions Rows = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task Write(HttpContext http, Sender sender, TimeProvider time)
    {
        // The button of a page from before the sign-in; the profile has a fresh one.
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
        {
            http.Response.Redirect("/account/profile");
            return;
        }

        var part = await sender.Send(new ExportMyData.Command(ExportMyData.Parts.First(), After: null), http.RequestAborted);
        if (!part.IsDone)
        {
            http.Response.Redirect("/account/profile?done=data-later");
            return;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"account-{time.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.json" }.ToString();
        http.Response.ForbidStoring();
        var file = http.Response.BodyWriter;
        await using var json = new Utf8JsonWriter(file, Layout);
        json.WriteStartObject();
        json.WritePropertyName(ExportMyData.Parts.First());
        JsonSerializer.Serialize(json, part.Value.Rows[0], Rows);
        foreach (var name in ExportMyData.Parts.Skip(1))
            await WritePart(json, file, sender, name, http.RequestAborted);
        json.WriteEndObject();
    }

    private static async Task WritePart(Utf8JsonWriter json, PipeWriter file, Sender sender, string name, CancellationToken cancellationToken)
    {
        json.WriteStartArray(name);
        Guid? after = null;
        do
        {
            // Ended meanwhile: the file breaks off rather than pretend to be whole.
            var part = (await sender.Send(new ExportMyData.Command(name, after), cancellationToken)).Value;
            foreach (var row in part.Rows)
                JsonSerializer.Serialize(json, row, Rows);
            await json.FlushAsync(cancellationToken);
            await file.FlushAsync(cancellationToken);
            after = part.Last;
        }
        while (after is not null);
        json.WriteEndArray();
    }
}
