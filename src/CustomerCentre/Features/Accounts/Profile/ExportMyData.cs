using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Profile;

/// <summary>What is kept about the person, a part at a time, so that no history is too long. A command, because it is limited and written down.</summary>
public static class ExportMyData
{
    internal static readonly AttemptLimit PerPerson = new("MyData", 5, TimeSpan.FromHours(1));

    /// <summary>Names of the parts, in the order of the file.</summary>
    public static IEnumerable<string> Parts => MyDataParts.All.Select(part => part.Name);

    /// <param name="Part">Which part; the first counts as the download.</param>
    /// <param name="After">Id of the last row before; nothing for the first.</param>
    [Allow(Policies.InPerson)]
    public sealed record Command(string Part, Guid? After) : IRequest<Result<Answer>>;

    /// <param name="Rows">Rows to be written as they are.</param>
    /// <param name="Last">Id to go on after; nothing when this was all.</param>
    public sealed record Answer(IReadOnlyList<object> Rows, Guid? Last);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Part).Must(part => Parts.Contains(part));
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, Attempts attempts, AuditTrail audit) : IRequestHandler<Command, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command == new Command(MyDataParts.All[0].Name, After: null) && !await Begin(cancellationToken))
                return Result<Answer>.Invalid("", ProfileTexts.DataTooOften);
            var email = EmailAddress.Parse(await db.Users.Where(account => account.Id == user.Id).Select(account => account.Email!).SingleAsync(cancellationToken));
            return await MyDataParts.All.Single(part => part.Name == command.Part).Read(new(db, user.Id, email, command.After ?? Guid.Empty, cancellationToken));
        }

        private async Task<bool> Begin(CancellationToken cancellationToken)
        {
            if (!await attempts.Take(PerPerson, $"{user.Id}", cancellationToken))
                return false;
            await db.InTransaction(token =>
            {
                audit.Add("MyDataDownloaded", subjectId: user.Id);
                return db.SaveChangesAsync(token);
            }, cancellationToken);
            return true;
        }
    }
}
