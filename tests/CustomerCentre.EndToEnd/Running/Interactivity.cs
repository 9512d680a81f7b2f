using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Running;

public static class Interactivity
{
    /// <summary>Waits until the circuit lives; what is typed into an interactive page before that may be lost.</summary>
    public static Task WaitForInteractive(this IPage page) =>
        page.Locator("html[data-interactive='true']").WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 30_000 });

    /// <summary>Waits until the page has come to rest, so that a colour is not measured half-way to another.</summary>
    public static Task WaitForAnimations(this IPage page) => page.EvaluateAsync(
        """
        () => Promise.allSettled(document.getAnimations()
            .filter(animation => Number.isFinite(animation.effect?.getComputedTiming().endTime))
            .map(animation => animation.finished))
        """);
}
