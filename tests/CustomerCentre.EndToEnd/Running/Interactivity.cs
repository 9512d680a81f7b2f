using Microsoft.Playwright;

namespace CustomerCentre.EndToEnd.Running;

public static class Interactivity
{
    /// <summary>Waits until the circuit lives; what is typed into an interactive page before that may be lost.</summary>
    public static Task WaitForInteractive(this IPage page) =>
        page.Locator("html[data-interactive='true']").WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 30_000 });

    /// <summary>
    /// Waits until the page has come to rest, so that a colour is not measured half-way to another. A transition that another one
    /// replaces ends early, therefore it looks again, a frame later, until nothing moves.
    /// </summary>
    public static Task WaitForAnimations(this IPage page) => page.EvaluateAsync(
        """
        async () => {
            const frame = () => new Promise(requestAnimationFrame);
            const moving = () => document.getAnimations()
                .filter(animation => animation.playState === "running" && Number.isFinite(animation.effect?.getComputedTiming().endTime));
            await frame();
            await frame();
            for (let animations = moving(); animations.length > 0; animations = moving()) {
                await Promise.allSettled(animations.map(animation => animation.finished));
                await frame();
            }
        }
        """);
}
