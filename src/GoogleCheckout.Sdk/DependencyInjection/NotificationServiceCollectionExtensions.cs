using System.Diagnostics.CodeAnalysis;
using GoogleCheckout.Calculations;
using GoogleCheckout.Callbacks;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what a shop does about notifications and calculation callbacks.</summary>
public static class NotificationServiceCollectionExtensions
{
    /// <summary>
    /// Registers a handler, scoped, for each <see cref="INotificationHandler{TNotification}"/> it declares. Each kind of
    /// notification has one handler; <c>INotificationHandler&lt;Notification&gt;</c> is for all kinds without one.
    /// Registering the same handler again changes nothing.
    /// </summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="services">The container.</param>
    /// <exception cref="ArgumentException">The handler declares no kind, or is abstract.</exception>
    /// <exception cref="InvalidOperationException">Another handler is registered for one of the kinds.</exception>
    public static IServiceCollection AddNotificationHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.Interfaces)] THandler>(this IServiceCollection services)
        where THandler : class
    {
        services.AddCallbacks();
        if (typeof(THandler).IsAbstract)
        {
            throw new ArgumentException($"{typeof(THandler)} is abstract: register the class that does the work.", nameof(THandler));
        }

        var declared = typeof(THandler).GetInterfaces();
        var kinds = NotificationKind.All.Where(kind => declared.Contains(kind.Handler)).ToList();
        if (kinds.Count == 0)
        {
            throw new ArgumentException($"{typeof(THandler)} declares no INotificationHandler<...> of a kind the protocol has.", nameof(THandler));
        }

        foreach (var kind in kinds)
        {
            services.AddRoute(new NotificationRoute(kind, typeof(THandler)));
        }

        services.TryAddScoped<THandler>();
        return services;
    }

    /// <summary>Registers what answers calculation callbacks, scoped. Registering the same handler again changes nothing.</summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="services">The container.</param>
    /// <exception cref="InvalidOperationException">Another handler is registered: a callback has one answer.</exception>
    public static IServiceCollection AddMerchantCalculationHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this IServiceCollection services)
        where THandler : class, IMerchantCalculationHandler
    {
        services.AddCallbacks();
        var before = services.FirstOrDefault(service => service.ServiceType == typeof(IMerchantCalculationHandler));
        if (before is not null && before.ImplementationType != typeof(THandler))
        {
            throw new InvalidOperationException($"{typeof(THandler)} cannot answer calculation callbacks: {before.ImplementationType?.ToString() ?? "another handler"} is registered for that, and there is one answer.");
        }

        services.TryAddScoped<IMerchantCalculationHandler, THandler>();
        return services;
    }

    /// <summary>Registers the parts of the way of a callback; more than once changes nothing.</summary>
    internal static void AddCallbacks(this IServiceCollection services)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        services.AddOptions<CallbackOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CallbackOptions>, CallbackOptionsValidator>());
        services.TryAddSingleton(new NotificationParser());
        services.TryAddSingleton(provider => new NotificationDispatcher(provider));
        services.TryAddSingleton(provider => new NotificationReceiver(provider.GetRequiredService<NotificationDispatcher>(), provider.GetService<INotificationInbox>()));
    }

    private static void AddRoute(this IServiceCollection services, NotificationRoute route)
    {
        var before = services.Select(service => service.ImplementationInstance).OfType<NotificationRoute>().FirstOrDefault(known => known.Kind == route.Kind);
        if (before is null)
        {
            services.AddSingleton(route);
        }
        else if (before.HandlerType != route.HandlerType)
        {
            throw new InvalidOperationException($"{route.HandlerType} cannot handle {route.Kind.Notification.Name}: {before.HandlerType} does, and each kind has one handler, so that a repetition after a failure runs nothing twice.");
        }
    }
}
