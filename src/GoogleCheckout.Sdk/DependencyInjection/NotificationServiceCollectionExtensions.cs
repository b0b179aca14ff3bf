using System.Diagnostics.CodeAnalysis;
using GoogleCheckout.Calculations;
using GoogleCheckout.Callbacks;
using GoogleCheckout.DependencyInjection;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers handlers of notifications and calculation callbacks.</summary>
public static class NotificationServiceCollectionExtensions
{
    /// <summary>
    /// Registers a scoped handler for each <see cref="INotificationHandler{TNotification}"/> that it implements. Each kind of
    /// notification has one handler; <c>INotificationHandler&lt;Notification&gt;</c> handles all kinds without one.
    /// Registering the same handler again has no effect.
    /// </summary>
    /// <typeparam name="THandler">The type of the handler.</typeparam>
    /// <param name="services">The container.</param>
    /// <returns>The same services, for chaining.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="ArgumentException">The handler is abstract, or implements <see cref="INotificationHandler{TNotification}"/> for no kind.</exception>
    /// <exception cref="InvalidOperationException">Another handler is registered for one of the kinds.</exception>
    public static IServiceCollection AddNotificationHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.Interfaces)] THandler>(this IServiceCollection services)
        where THandler : class
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        if (typeof(THandler).IsAbstract)
        {
            throw new ArgumentException($"{typeof(THandler)} is abstract. Register a class that can be created.", nameof(THandler));
        }

        var declared = typeof(THandler).GetInterfaces();
        var kinds = NotificationKind.All.Where(kind => declared.Contains(kind.Handler)).ToList();
        if (kinds.Count == 0)
        {
            throw new ArgumentException($"{typeof(THandler)} does not implement INotificationHandler<...> for a kind of notification that the protocol has.", nameof(THandler));
        }

        // A registration that is refused adds nothing, so all kinds are checked first.
        var routes = kinds.Where(kind => !services.HasRoute(kind, typeof(THandler))).Select(kind => new NotificationRoute(kind, typeof(THandler))).ToList();
        services.AddCallbacks();
        routes.ForEach(route => services.AddSingleton(route));
        services.TryAddScoped<THandler>();
        return services;
    }

    /// <summary>Registers the scoped handler of calculation callbacks. Registering the same handler again has no effect.</summary>
    /// <typeparam name="THandler">The type of the handler.</typeparam>
    /// <param name="services">The container.</param>
    /// <returns>The same services, for chaining.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="InvalidOperationException">Another handler is registered. There can be only one.</exception>
    public static IServiceCollection AddMerchantCalculationHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this IServiceCollection services)
        where THandler : class, IMerchantCalculationHandler
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        var registered = services.FirstOrDefault(service => service.ServiceType == typeof(IMerchantCalculationHandler));
        if (registered is not null && registered.ImplementationType != typeof(THandler))
        {
            throw new InvalidOperationException($"{typeof(THandler)} cannot handle calculation callbacks: {registered.ImplementationType?.ToString() ?? "another handler"} is already registered. There can be only one handler.");
        }

        services.AddCallbacks();
        services.TryAddScoped<IMerchantCalculationHandler, THandler>();
        return services;
    }

    /// <summary>Registers the callback services. Idempotent.</summary>
    internal static void AddCallbacks(this IServiceCollection services)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        if (!services.Any(service => service.ImplementationType == typeof(CallbackConfiguration)))
        {
            services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<CallbackOptions>, CallbackConfiguration>());
            services.AddSingleton<IOptionsChangeTokenSource<CallbackOptions>, CallbackConfiguration>();
        }

        services.AddOptions<CallbackOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CallbackOptions>, CallbackOptionsValidator>());
        services.TryAddSingleton(new NotificationParser());
        services.TryAddSingleton(provider => new NotificationDispatcher(provider));
        services.TryAddSingleton(provider => new NotificationReceiver(provider.GetRequiredService<NotificationDispatcher>(), provider.GetService<INotificationInbox>()));
    }

    /// <summary>Returns whether the handler is already registered for the kind.</summary>
    /// <exception cref="InvalidOperationException">Another handler is registered for the kind.</exception>
    private static bool HasRoute(this IServiceCollection services, NotificationKind kind, Type handler)
    {
        var registered = services.Select(service => service.ImplementationInstance).OfType<NotificationRoute>().FirstOrDefault(known => known.Kind == kind);
        return registered is null || registered.HandlerType == handler
            ? registered is not null
            : throw new InvalidOperationException($"{handler} cannot handle {kind.Notification.Name}: {registered.HandlerType} is already registered. Each kind has one handler, so that a redelivery after a failure does not run another handler twice.");
    }
}
