using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Support.Reports;

/// <summary>The figures of a report to take away. A command, because taking names of employees away is written down.</summary>
public static class ExportReport
{
    /// <param name="From">As in <see cref="ReadReport"/>.</param>
    /// <param name="Until">As in <see cref="ReadReport"/>.</param>
    /// <param name="AgentId">Only this one of the staff.</param>
    [Allow(Policies.SupportLead)]
    public sealed record Command(string? From, string? Until, Guid? AgentId) : IRequest<Result<Answer>>;

    public sealed record Answer(ReportPeriod Period, IReadOnlyList<AgentFigures> Figures);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.AgentId).NotEqual(Guid.Empty);
    }

    public sealed class Handler(CustomerCentreDb db, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var period = ReportPeriod.Read(command.From, command.Until, time.Today());
            audit.Add("SupportReportExported", subjectId: command.AgentId, note: string.Create(CultureInfo.InvariantCulture, $"{period.From:O} to {period.Until:O}"));
            await db.SaveChangesAsync(token);
            return (Result<Answer>)new Answer(period, await db.FiguresOf(period, command.AgentId, token));
        }, cancellationToken);
    }
}
