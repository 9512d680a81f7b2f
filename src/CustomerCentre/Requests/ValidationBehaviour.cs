using FluentValidation;
using MediatR;

namespace CustomerCentre.Requests;

/// <summary>Runs a request's validators before its handler: the same classes that the form runs, so nobody gets around them.</summary>
public sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IResult<TResponse>
{
    /// <inheritdoc />
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var errors = validators
            .SelectMany(validator => validator.Validate(request).Errors)
            .Select(failure => new FieldError(failure.PropertyName, failure.ErrorMessage))
            .ToList();
        return errors.Count == 0 ? next() : Task.FromResult(TResponse.Invalid(errors));
    }
}
