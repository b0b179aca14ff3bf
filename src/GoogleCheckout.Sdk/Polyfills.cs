#if !NET
// Types that .NET Standard 2.0 does not have: attributes that the compiler requires, and a few methods.
using System.Runtime.InteropServices;

namespace System.IO
{
    internal static class StreamExtensions
    {
        public static Task WriteAsync(this Stream stream, ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken) =>
            MemoryMarshal.TryGetArray(buffer, out var array)
                ? stream.WriteAsync(array.Array!, array.Offset, array.Count, cancellationToken)
                : throw new NotSupportedException("The buffer is not an array.");

        public static Task<int> ReadAsync(this Stream stream, Memory<byte> buffer, CancellationToken cancellationToken) =>
            MemoryMarshal.TryGetArray<byte>(buffer, out var array)
                ? stream.ReadAsync(array.Array!, array.Offset, array.Count, cancellationToken)
                : throw new NotSupportedException("The buffer is not an array.");
    }
}

namespace System
{
    internal static class ArrayExtensions
    {
        extension(GC)
        {
            public static T[] AllocateUninitializedArray<T>(int length) => new T[length];
        }
    }

    internal static class SpanParsingExtensions
    {
        extension(int)
        {
            public static bool TryParse(ReadOnlySpan<char> text, Globalization.NumberStyles style, IFormatProvider provider, out int value) => int.TryParse(text.ToString(), style, provider, out value);
        }

        extension(long)
        {
            public static bool TryParse(ReadOnlySpan<char> text, Globalization.NumberStyles style, IFormatProvider provider, out long value) => long.TryParse(text.ToString(), style, provider, out value);
        }

        extension(decimal)
        {
            public static bool TryParse(ReadOnlySpan<char> text, Globalization.NumberStyles style, IFormatProvider provider, out decimal value) => decimal.TryParse(text.ToString(), style, provider, out value);
        }

        public static Text.StringBuilder Append(this Text.StringBuilder builder, ReadOnlySpan<char> text) => builder.Append(text.ToString());

        public static int Count(this ReadOnlySpan<byte> bytes, byte value)
        {
            var count = 0;
            foreach (var found in bytes)
            {
                count += found == value ? 1 : 0;
            }

            return count;
        }

        public static int IndexOfAnyInRange(this ReadOnlySpan<byte> bytes, byte low, byte high)
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                if (bytes[i] >= low && bytes[i] <= high)
                {
                    return i;
                }
            }

            return -1;
        }
    }
}

namespace System.Security.Cryptography
{
    internal static class HashingExtensions
    {
        extension(SHA256)
        {
            public static byte[] HashData(byte[] source)
            {
                using var algorithm = SHA256.Create();
                return algorithm.ComputeHash(source);
            }
        }
    }

    internal static class CryptographicOperations
    {
        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining | System.Runtime.CompilerServices.MethodImplOptions.NoOptimization)]
        public static bool FixedTimeEquals(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
        {
            var difference = left.Length ^ right.Length;
            for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
            {
                difference |= left[i] ^ right[i];
            }

            return difference == 0;
        }
    }
}

namespace System.Runtime.CompilerServices
{
    internal static class IsExternalInit;

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
    internal sealed class RequiredMemberAttribute : Attribute;

    [AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
    internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        public string FeatureName { get; } = featureName;
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class CallerArgumentExpressionAttribute(string parameterName) : Attribute
    {
        public string ParameterName { get; } = parameterName;
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
    {
        public bool ReturnValue { get; } = returnValue;
    }

    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true)]
    internal sealed class MemberNotNullWhenAttribute(bool returnValue, string member) : Attribute
    {
        public bool ReturnValue { get; } = returnValue;

        public string[] Members { get; } = [member];
    }

    [AttributeUsage(AttributeTargets.Constructor)]
    internal sealed class SetsRequiredMembersAttribute : Attribute;

    [Flags]
    internal enum DynamicallyAccessedMemberTypes
    {
        PublicConstructors = 3,
        PublicProperties = 0x200,
        Interfaces = 0x2000,
    }

    [AttributeUsage(AttributeTargets.GenericParameter | AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
    internal sealed class DynamicallyAccessedMembersAttribute(DynamicallyAccessedMemberTypes memberTypes) : Attribute
    {
        public DynamicallyAccessedMemberTypes MemberTypes { get; } = memberTypes;
    }
}
#endif
