using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CustomerCentre.Tests.Running;

/// <summary>What came back: a page to read and to fill in, or a redirect.</summary>
public sealed record WebPage(string Address, HttpResponseMessage Response, IHtmlDocument Document, string Html)
{
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Where the answer leads, as a path of the portal; null when it is a page.</summary>
    public string? Leads => Response.Headers.Location is { IsAbsoluteUri: true, Host: "localhost" } here ? here.PathAndQuery : Response.Headers.Location?.ToString();

    public string Heading => Document.QuerySelector("h1")?.TextContent ?? "";

    /// <summary>The visible words.</summary>
    public string Text => Document.Body?.TextContent ?? "";

    /// <summary>Cookies set by this answer, whole.</summary>
    public IReadOnlyList<string> SetCookies => Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];

    public static async Task<WebPage> Read(string address, HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return new(address, response, new HtmlParser().ParseDocument(html), html);
    }

    /// <summary>Where a form is posted to, and what stands in its fields.</summary>
    public (string Action, Dictionary<string, string> Fields) Form(string name)
    {
        var form = Document.Forms.FirstOrDefault(form => form.QuerySelector($"input[name=_handler][value='{name}']") is not null || form.GetAttribute("action") == name)
            ?? throw new InvalidOperationException($"There is no form '{name}' on {Address}: {Heading}");
        var fields = form.QuerySelectorAll("input[name], select[name], textarea[name]")
            .Where(field => field is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false })
            .GroupBy(field => field.GetAttribute("name")!)
            .ToDictionary(group => group.Key, group => ValueOf(group.Last()));
        return (form.GetAttribute("action") is { Length: > 0 } action ? action : Address, fields);
    }

    private static string ValueOf(AngleSharp.Dom.IElement field) => field switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => "",
    };
}
