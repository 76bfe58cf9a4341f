using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Postern.Client
{
    /// <summary>One of the values that are known, or one that only a newer server knows.</summary>
    public abstract class OpenEnum<T> : IEquatable<OpenEnum<T>> where T : notnull
    {
        /// <summary>Any value.</summary>
        protected OpenEnum(T value) => Value = value;

        /// <summary>As it is in JSON.</summary>
        public T Value { get; }

        /// <inheritdoc/>
        public bool Equals(OpenEnum<T>? other) =>
            other is object && GetType() == other.GetType() && EqualityComparer<T>.Default.Equals(Value, other.Value);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => Equals(obj as OpenEnum<T>);

        /// <inheritdoc/>
        public override int GetHashCode() => Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Convert.ToString(Value, CultureInfo.InvariantCulture)!;

        /// <summary>Whether both have the same value.</summary>
        public static bool operator ==(OpenEnum<T>? one, OpenEnum<T>? other) => Equals(one, other);

        /// <summary>Whether they have different values.</summary>
        public static bool operator !=(OpenEnum<T>? one, OpenEnum<T>? other) => !Equals(one, other);
    }

    /// <summary>Reads and writes values of an enum as they are.</summary>
    public sealed class OpenEnumConverter<TEnum, T> : JsonConverter<TEnum> where TEnum : OpenEnum<T> where T : notnull
    {
        /// <inheritdoc/>
        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (TEnum)Activator.CreateInstance(typeToConvert, JsonSerializer.Deserialize<T>(ref reader, options))!;

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
