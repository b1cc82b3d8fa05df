# The type of a value by the name of its property; what is not here stays as JSON has it.
$script:WfpValueType = @{
    'guid'                = 'guid'
    'layerGuid'           = 'guid'
    'providerGuid'        = 'guid'
    'sublayerGuid'        = 'guid'
    'defaultSublayerGuid' = 'guid'
    'runtimeId'           = 'uint32'
    'sublayerWeight'      = 'uint32'
    'eventId'             = 'uint32'
    'effectiveWeight'     = 'uint64'
    'filterId'            = 'uint64'
    'time'                = 'datetime'
}

# What is so only in one kind of object.
$script:WfpKindValueType = @{
    'WfpCallout.Filter.callout'         = 'guid'
    'WfpCallout.Filter.providerContext' = 'guid'
    'WfpCallout.Sublayer.weight'        = 'uint32'
    'WfpCallout.LayerRuntimeId.id'      = 'uint32'
}

# The type names of nested objects by the name of their property.
$script:WfpNestedType = @{
    'owner'          = 'WfpCallout.Owner'
    'owners'         = 'WfpCallout.Owner'
    'since'          = 'WfpCallout.Since'
    'observed'       = 'WfpCallout.Observation'
    'localizedNames' = 'WfpCallout.LocalizedName'
    'runtimeIds'     = 'WfpCallout.LayerRuntimeId'
    'conditions'     = 'WfpCallout.FilterCondition'
    'weight'         = 'WfpCallout.Value'
    'value'          = 'WfpCallout.Value'
    'low'            = 'WfpCallout.Value'
    'high'           = 'WfpCallout.Value'
    'suggestions'    = 'WfpCallout.Suggestion'
}

# How each property of each type is named and typed, worked out when it is first met.
$script:WfpField = [System.Collections.Generic.Dictionary[string, object]]::new()

function ConvertTo-WfpObject {
    # Makes the object of a record: the type name of its kind, properties in PascalCase, values of
    # the same .NET types on every edition of PowerShell.
    param($Record, [string] $TypeName, $First)

    if (-not $TypeName) {
        $TypeName = Get-WfpTypeName -Kind $Record.kind
    }

    $fields = $null
    if (-not $script:WfpField.TryGetValue($TypeName, [ref] $fields)) {
        $fields = [System.Collections.Generic.Dictionary[string, object]]::new()
        $script:WfpField[$TypeName] = $fields
    }

    $object = [ordered]@{}
    if ($null -ne $First) {
        foreach ($name in $First.Keys) {
            $object[$name] = $First[$name]
        }
    }

    foreach ($property in $Record.PSObject.Properties) {
        $field = $null
        if (-not $fields.TryGetValue($property.Name, [ref] $field)) {
            $field = New-WfpField -Name $property.Name -TypeName $TypeName
            $fields[$property.Name] = $field
        }

        $value = $property.Value
        if ($null -eq $value -or $value -is [bool]) {
            $object[$field.Name] = $value
        } elseif ($value -is [string]) {
            if ($value.Length -gt 0 -and $value[0] -eq [char] 1) {
                $value = $value.Substring(1)
            }

            $object[$field.Name] = switch ($field.Type) {
                '' { $value }
                'guid' { [guid]::new($value) }
                'uint64' { [uint64]::Parse($value, [cultureinfo]::InvariantCulture) }
                'datetime' { ConvertTo-WfpDate -Text $value }
                default { $value }
            }
        } elseif ($value -is [array]) {
            $object[$field.Name] = ConvertTo-WfpArray $value $field
        } elseif ($value -is [System.Management.Automation.PSCustomObject]) {
            $object[$field.Name] = ConvertTo-WfpNested $value $field
        } elseif ($field.Type -eq 'uint32') {
            $object[$field.Name] = [uint32] $value
        } else {
            $object[$field.Name] = $value
        }
    }

    $result = [pscustomobject] $object
    $result.PSObject.TypeNames.Insert(0, $TypeName)
    $result
}

function New-WfpField {
    # How one property of a type is named and typed.
    [System.Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'It makes an object and changes nothing.')]
    param([string] $Name, [string] $TypeName)

    $type = $script:WfpKindValueType["$TypeName.$Name"]
    if (-not $type) {
        $type = $script:WfpValueType[$Name]
    }

    $nested = $script:WfpNestedType[$Name]
    if (-not $nested) {
        $nested = 'WfpCallout.Detail'
    }

    [pscustomobject]@{
        Name   = $Name.Substring(0, 1).ToUpperInvariant() + $Name.Substring(1)
        Type   = "$type"
        Nested = $nested
    }
}

function Get-WfpTypeName {
    # The type name of the objects of a kind: keying_module becomes WfpCallout.KeyingModule.
    param([string] $Kind)

    $words = foreach ($word in $Kind.Split('_')) {
        $word.Substring(0, 1).ToUpperInvariant() + $word.Substring(1)
    }

    'WfpCallout.' + (-join $words)
}

function ConvertTo-WfpNested {
    # Makes the object inside an object; one with a kind is a record of that kind.
    param($Value, $Field)

    $kind = $Value.PSObject.Properties['kind']
    if ($null -ne $kind -and $kind.Value) {
        return ConvertTo-WfpObject $Value (Get-WfpTypeName -Kind $kind.Value)
    }

    if ($null -ne $Value.PSObject.Properties['type'] -and $null -ne $Value.PSObject.Properties['value']) {
        return ConvertTo-WfpTypedValue $Value
    }

    ConvertTo-WfpObject $Value $Field.Nested
}

function ConvertTo-WfpTypedValue {
    # Makes the object of an FWP_VALUE0: its type says what its value is.
    param($Value)

    $object = ConvertTo-WfpObject $Value 'WfpCallout.Value'
    if ($null -ne $object.Value) {
        $object.Value = switch ($object.Type) {
            'FWP_UINT64' { [uint64]::Parse($object.Value, [cultureinfo]::InvariantCulture) }
            'FWP_INT64' { [int64]::Parse($object.Value, [cultureinfo]::InvariantCulture) }
            { $_ -in 'FWP_UINT8', 'FWP_UINT16', 'FWP_UINT32' } { [uint32] $object.Value }
            { $_ -in 'FWP_INT8', 'FWP_INT16', 'FWP_INT32' } { [int32] $object.Value }
            { $_ -in 'FWP_FLOAT', 'FWP_DOUBLE' } { [double] $object.Value }
            default { $object.Value }
        }
    }

    $object
}

function ConvertTo-WfpArray {
    # Makes an array, also of one element or none.
    param($Value, $Field)

    $items = [object[]]::new($Value.Length)
    for ($index = 0; $index -lt $Value.Length; $index++) {
        $item = $Value[$index]
        if ($item -is [System.Management.Automation.PSCustomObject]) {
            $items[$index] = ConvertTo-WfpNested $item $Field
        } elseif ($item -is [string] -and $item.Length -gt 0 -and $item[0] -eq [char] 1) {
            $items[$index] = $item.Substring(1)
        } else {
            $items[$index] = $item
        }
    }

    , $items
}

function ConvertTo-WfpDate {
    # A time of the executable as a DateTime of kind Utc.
    param([string] $Text)

    $styles = [System.Globalization.DateTimeStyles]'AdjustToUniversal, AssumeUniversal'
    [datetime]::Parse($Text, [cultureinfo]::InvariantCulture, $styles)
}
