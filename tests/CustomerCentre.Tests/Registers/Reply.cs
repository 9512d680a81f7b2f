using System.Text;
using Microsoft.AspNetCore.Http;

namespace CustomerCentre.Tests.Registers;

/// <summary>One way in which a register answers, well or badly.</summary>
public delegate Task Reply(HttpContext http);

public static class Replies
{
    public const string NoSuchCompany = """{"kod":"NENALEZENO","popis":"Subjekt nenalezen"}""";
    public const string WrongAddress = """{"timestamp":"2026-11-22T10:00:00Z","status":404,"error":"Not Found","path":"/rest/x"}""";
    public const string WrongFormat = """{"kod":"CHYBA_VSTUPU","popis":"Chyba","subKod":"VSTUP_NEVALIDNI_FORMAT_ICO"}""";
    public const string TooMany = """{"kod":"CHYBA_VSTUPU","popis":"Chyba","subKod":"VYSTUP_PRILIS_MNOHO_VYSLEDKU"}""";
    public const string StateUnavailable = """{"actionSucceed":false,"errorWrappers":[{"error":"MS_UNAVAILABLE"}]}""";

    public static string Cez { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Registers/Samples/ares-45274649.json"));

    public static Reply Json(string body, int status = 200, string type = "application/json") => async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    };

    public static Reply Html(int status = 200) => Json("<!doctype html><title>Odstávka</title>", status, "text/html");

    /// <summary>Promises more than it sends; the server then closes the connection.</summary>
    public static Reply Cut() => async http =>
    {
        var half = Encoding.UTF8.GetBytes(Cez[..(Cez.Length / 2)]);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = half.Length * 2;
        await http.Response.Body.WriteAsync(half);
    };

    /// <summary>Says nothing until the asker gives up, or sends its head and a first byte and then nothing.</summary>
    public static Reply Hang(bool afterHead = false) => async http =>
    {
        if (afterHead)
        {
            await http.Response.Body.WriteAsync("{"u8.ToArray());
            await http.Response.Body.FlushAsync();
        }

        await Task.Delay(TimeSpan.FromSeconds(10), http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    };

    public static Reply Slowly(Reply reply, int milliseconds = 60) => async http =>
    {
        await Task.Delay(milliseconds, http.RequestAborted);
        await reply(http);
    };
}
