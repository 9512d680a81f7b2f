namespace CustomerCentre.Shell;

/// <summary>What may be stored of an answer that holds a secret or personal data.</summary>
internal static class ResponseCaching
{
    /// <summary>Nothing between the portal and the person keeps the answer, the browser included.</summary>
    public static void ForbidStoring(this HttpResponse response) =>
        // Both words, as antiforgery writes them: it warns when it finds others.
        response.Headers.CacheControl = "no-cache, no-store";
}
