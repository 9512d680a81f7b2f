using CustomerCentre.Domain.Access;
using CustomerCentre.Mail;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data.Retention;

/// <summary>Something of somebody's that goes away unless it is touched.</summary>
internal sealed class Ending
{
    public required Guid Id { get; init; }
    public required DateTimeOffset TouchedAt { get; init; }
    public required string? Email { get; init; }
    public required string Language { get; init; }
}

/// <summary>A kind of data whose owner is told before it goes away.</summary>
/// <param name="Days">How many days it is kept after the last touch.</param>
/// <param name="Write">The notice, for the day on which it goes away.</param>
internal sealed record NoticeRule(
    string What,
    Func<RetentionOptions, int> Days,
    Func<CustomerCentreDb, IQueryable<Ending>> Find,
    Func<CustomerCentreDb, IReadOnlyCollection<Guid>, CancellationToken, Task<int>> Delete,
    Func<DateOnly, Letter> Write)
{
    public static readonly IReadOnlyList<NoticeRule> Rules =
    [
        new("Drafts", options => options.DraftDays,
            db => db.Drafts.Where(draft => draft.FinishedAt == null).Join(db.Users, draft => draft.AccountId, account => account.Id,
                (draft, account) => new Ending { Id = draft.Id, TouchedAt = draft.TouchedAt, Email = account.Email, Language = account.Language }),
            (db, ids, token) => db.Drafts.Where(draft => ids.Contains(draft.Id)).ExecuteDeleteAsync(token),
            day => new("DraftEnds", RetentionTexts.DraftSubject, [RetentionTexts.DraftWhat, On(RetentionTexts.DraftWhen, day)], new(RetentionTexts.DraftButton, "/onboarding"))),
        new("Pending requests for access", options => options.PendingRequestDays,
            db => db.AccessRequests.Where(request => request.State == AccessRequestState.Pending).Join(db.Users, request => request.AccountId, account => account.Id,
                (request, account) => new Ending { Id = request.Id, TouchedAt = request.CreatedAt, Email = account.Email, Language = account.Language }),
            RetentionTable.DeleteRequests,
            day => new("RequestEnds", RetentionTexts.RequestSubject, [RetentionTexts.RequestWhat, On(RetentionTexts.RequestWhen, day)], new(RetentionTexts.RequestButton, "/access-requests"))),
    ];

    private static string On(string sentence, DateOnly day) => string.Format(System.Globalization.CultureInfo.CurrentCulture, sentence, day.ToText());
}
