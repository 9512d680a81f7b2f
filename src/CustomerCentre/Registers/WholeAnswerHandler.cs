namespace CustomerCentre.Registers;

/// <summary>
/// Reads the answer to its end inside the resilience pipeline. HttpClient itself would read the body after the pipeline is
/// done, where no time-out, no repeat and no limit reaches it, and a hanging body would hang the person.
/// </summary>
internal sealed class WholeAnswerHandler : DelegatingHandler
{
    private const int MaxBytes = 4 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
