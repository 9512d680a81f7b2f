using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Registrations;

/// <summary>
/// Counts the wrong ones of several typed licence numbers. Other use cases send it before their transaction and <see cref="JudgeLicences"/> within;
/// errors, only that one has tried too often, stand in the coordinates <c>Licences[i].Number</c>.
/// </summary>
public static class GuardLicences
{
    [Allow(Policies.SignedIn)]
    public sealed class Query : IRequest<Result<Nothing>>
    {
        public List<LicenceEntry> Licences { get; init; } = [];
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleForEach(query => query.Licences).SetValidator(new LicenceEntry.Validator());
    }

    public sealed class Handler(LicenceJudge judge) : IRequestHandler<Query, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Query query, CancellationToken cancellationToken)
        {
            var errors = new List<FieldError>();
            foreach (var (index, entry) in query.Licences.Index())
            {
                if (await judge.Guard(LicenceNumber.Parse(entry.Number!), entry.Purchase, cancellationToken) is { } shut)
                    errors.Add(shut with { Field = $"Licences[{index}].{shut.Field}" });
            }

            return errors.Count > 0 ? Result<Nothing>.Invalid(errors) : new Nothing();
        }
    }
}
