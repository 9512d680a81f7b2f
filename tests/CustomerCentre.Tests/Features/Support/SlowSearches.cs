using System.Collections.Concurrent;
using CustomerCentre.Data.Lookup;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Features.Support;
using CustomerCentre.Requests;
using MediatR;

namespace CustomerCentre.Tests.Features.Support;

/// <summary>A store that answers when it is told to, even to a search that was cancelled: with one customer of the name that was typed.</summary>
internal sealed class SlowSearches : IRequestHandler<FindCustomers.Query, Result<LookupAnswer>>
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = [], begun = [];
    private readonly ConcurrentQueue<(string Text, CancellationToken Token)> asked = [];

    public IEnumerable<string> Texts => asked.Select(search => search.Text);

    public IEnumerable<string> Cancelled => asked.Where(search => search.Token.IsCancellationRequested).Select(search => search.Text);

    public async Task<Result<LookupAnswer>> Handle(FindCustomers.Query query, CancellationToken cancellationToken)
    {
        var answer = waiting.GetOrAdd(query.Text!, _ => new());
        asked.Enqueue((query.Text!, cancellationToken));
        Begun(query.Text!).TrySetResult();
        await answer.Task;
        return new LookupAnswer(TypedSearchState.Ready, [LookupKind.Name], [],
            [new(LookupKind.Name, LookupRank.Exact, query.Text!, 0, false, "1001", query.Text, CustomerKind.Company, null, null, null, null)], false);
    }

    public void Answer(string text) => waiting[text].SetResult();

    /// <summary>Waits until the text is searched for.</summary>
    public Task Asked(string text) => Begun(text).Task.WaitAsync(Bunit.BunitContext.DefaultWaitTimeout, TestContext.Current.CancellationToken);

    private TaskCompletionSource Begun(string text) => begun.GetOrAdd(text, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
