using System.Net.Http.Headers;

namespace CustomerCentre.Tests.Running;

/// <summary>
/// A browser without scripts: keeps cookies, fills in forms as they stand on the page, their hidden fields included. It follows no redirect by itself.
/// The cookies have no lifetime here, because the portal's clock is not the machine's.
/// </summary>
public sealed class Browser(HttpClient http, string language) : IDisposable
{
    public Dictionary<string, string> Cookies { get; } = [];

    public Task<WebPage> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Posts a form of a page.</summary>
    /// <param name="page">The page it stands on.</param>
    /// <param name="form">Its name, or where it is posted to.</param>
    /// <param name="typed">What the person typed, by the names of the fields.</param>
    public Task<WebPage> Post(WebPage page, string form, params (string Name, string Value)[] typed)
    {
        var (action, fields) = page.Form(form);
        foreach (var (name, value) in typed)
            fields[name] = value;
        return Send(new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(fields) });
    }

    /// <summary>Signs in on the sign-in page.</summary>
    public async Task<WebPage> SignIn(string email, string password = Portal.Password, string? returnUrl = null, params (string Name, string Value)[] more)
    {
        var page = await Get("/account/sign-in" + (returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}"));
        return await Post(page, "sign-in", [("Input.Email", email), ("Input.Password", password), .. more]);
    }

    public void Dispose() => http.Dispose();

    private async Task<WebPage> Send(HttpRequestMessage request)
    {
        using (request)
        {
            request.Headers.AcceptLanguage.Add(StringWithQualityHeaderValue.Parse(language));
            if (Cookies.Count > 0)
                request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            // As browsers do: who answers for a passkey looks at it.
            if (request.Method == HttpMethod.Post)
                request.Headers.Add("Origin", "https://localhost");
            var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Keep(response);
            return await WebPage.Read(request.RequestUri!.ToString(), response);
        }
    }

    private void Keep(HttpResponseMessage response)
    {
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie.Split(';', '=')[0], cookie.Split(';')[0][(cookie.IndexOf('=') + 1)..]);
            if (value.Length == 0)
                Cookies.Remove(name);
            else
                Cookies[name] = value;
        }
    }
}
