function Get-WfpBuiltinCallout {
    <#
    .SYNOPSIS
        Gets the callouts that are built into Windows, from the catalogue.

    .DESCRIPTION
        Gets the built-in callouts of the Windows Filtering Platform that the header of the Windows SDK
        defines, with GUID, layer, address family, first Windows and meaning. It asks no filter engine
        and works offline on every system.

        Without parameters it gets all of them. What was seen on real machines (localised names,
        registration, flags, run-time ids) is in the property Observed; another machine may differ.

    .PARAMETER Name
        Names to look for: symbols with or without the prefix FWPM_CALLOUT_, aliases, and English or
        localised display names, in any letter case. A name with wildcard characters is a pattern, and
        one that matches nothing gives nothing. Any other name that is not found is an error.

    .PARAMETER Guid
        GUIDs to look for. One that is not found is an error.

    .PARAMETER Layer
        Only callouts at these layers: names, GUIDs or wildcards. The prefix FWPM_LAYER_ may be left out.

    .PARAMETER AddressFamily
        Only callouts for IPv4 or for IPv6.

    .PARAMETER Since
        Only callouts that came with this Windows or a later one: a version guard of the header
        (NTDDI_WIN8), a release (Windows 8, 1709, Server 2022) or a build (22621).

    .EXAMPLE
        Get-WfpBuiltinCallout *TRANSPORT* | Where-Object AddressFamily -eq IPv6 | Select-Object Name, Guid, Layer

        Gets name, GUID and layer of the transport callouts for IPv6.

    .EXAMPLE
        Get-WfpBuiltinCallout -Layer ALE_AUTH_CONNECT_V4

        Gets the callouts that see outgoing IPv4 connections.

    .EXAMPLE
        Get-WfpBuiltinCallout -Since 'Windows 8'

        Gets the callouts that Windows 7 did not have.

    .INPUTS
        System.String, System.Guid. Names, GUIDs, and objects with a property Name.

    .OUTPUTS
        WfpCallout.Callout. Name, Guid, Aliases, DisplayName, Description, Layer, LayerGuid, AddressFamily,
        Since, Reserved, Owner, Observed, Notes, References and more.

    .LINK
        Resolve-WfpGuid

    .LINK
        Get-WfpCallout

    .LINK
        about_WfpCallout
    #>
    [CmdletBinding(DefaultParameterSetName = 'Name')]
    [OutputType('WfpCallout.Callout')]
    param(
        [Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName, ParameterSetName = 'Name')]
        [AllowNull()]
        [AllowEmptyString()]
        [AllowEmptyCollection()]
        [SupportsWildcards()]
        [string[]] $Name,

        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'Guid')]
        [guid[]] $Guid,

        [ValidateNotNullOrEmpty()]
        [SupportsWildcards()]
        [string[]] $Layer,

        [ValidateSet('IPv4', 'IPv6')]
        [string] $AddressFamily,

        [ValidateNotNullOrEmpty()]
        [string] $Since
    )

    begin {
        Assert-WfpLanguageMode
        . Use-WfpPreference
        $wanted = [System.Collections.Generic.List[object]]::new()
        $all = $false
    }

    process {
        if ($PSCmdlet.ParameterSetName -eq 'Guid') {
            $wanted.AddRange([object[]] $Guid)
        } elseif ($PSBoundParameters.ContainsKey('Name')) {
            foreach ($item in @($Name)) {
                $wanted.Add([string] $item)
            }
        } else {
            $all = $true
        }
    }

    end {
        if ($all -or $wanted.Count -gt 0) {
            $options = @('--builtin') + @(ConvertTo-WfpListOption -BoundParameters $PSBoundParameters)
            Get-WfpListedCallout -Cmdlet $PSCmdlet -Wanted $wanted -Option $options
        }
    }
}
