using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Registrations;

/// <summary>
/// Says which of several typed licences may be registered, in the transaction in which they are registered or kept. <see cref="GuardLicences"/> goes before it;
/// errors stand in the coordinates <c>Licences[i].Number</c>.
/// </summary>
public static class JudgeLicences
{
    [Allow(Policies.SignedIn)]
    public sealed class Query : IRequest<Result<IReadOnlyList<Guid>>>
    {
        public List<LicenceEntry> Licences { get; init; } = [];
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleForEach(query => query.Licences).SetValidator(new LicenceEntry.Validator());
    }

    public sealed class Handler(LicenceJudge judge) : IRequestHandler<Query, Result<IReadOnlyList<Guid>>>
    {
        public async Task<Result<IReadOnlyList<Guid>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var (ids, errors) = (new List<Guid>(), new List<FieldError>());
            foreach (var (entry, index) in query.Licences.Select((entry, index) => (entry, index)))
            {
                var (licence, error) = await judge.Judge(LicenceNumber.Parse(entry.Number!), entry.Purchase, customerId: null, cancellationToken);
                if (licence is not null)
                    ids.Add(licence.Id);
                else
                    errors.Add(error! with { Field = $"Licences[{index}].{error.Field}" });
            }

            return errors.Count > 0 ? Result<IReadOnlyList<Guid>>.Invalid(errors) : ids;
        }
    }
}
