function Write-WfpToolResult {
    # Turns what the executable said on standard error, and its exit code, into errors and warnings
    # of the calling command. Exit codes 0 and 1 alone are answers, not errors.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [int] $ExitCode,

        [AllowEmptyString()]
        [string] $ErrorText,

        [AllowNull()]
        [object] $Target
    )

    $explained = $false
    foreach ($line in $ErrorText -split '\r?\n') {
        $text = $line.Trim()
        if (-not $text.StartsWith('{')) {
            if ($text -and $ExitCode -le 5) {
                $Cmdlet.WriteWarning(($text -replace '^warning: ', ''))
            }

            continue
        }

        $message = @(ConvertFrom-WfpJson -Cmdlet $Cmdlet -Text $text -Key @{})[0]
        if ($null -ne $message.PSObject.Properties['error']) {
            Write-WfpToolError -Cmdlet $Cmdlet -ToolError $message.error -Target $Target
            $explained = $true
        } elseif ($null -ne $message.PSObject.Properties['warning']) {
            $Cmdlet.WriteWarning($message.warning.message)
        }
    }

    if (-not $explained -and $ExitCode -notin 0, 1) {
        $defect = @{
            Id       = 'ToolDefect'
            Message  = "The executable of the module WfpCallout ended with exit code $ExitCode`: $($ErrorText.Trim())"
            Hint     = 'This is a defect of wfpcallout; please report it with the command that you ran.'
            Target   = $Target
            ExitCode = $ExitCode
        }
        $Cmdlet.ThrowTerminatingError((New-WfpErrorRecord @defect))
    }
}

function Write-WfpToolError {
    # Writes one error of the executable as an error of the calling command.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        # The object {code, message, hint, exitCode, details}.
        [Parameter(Mandatory)]
        [object] $ToolError,

        [AllowNull()]
        [object] $Target
    )

    $file = Get-WfpProperty -InputObject $ToolError.details -Name 'file'
    $record = @{
        Message  = $ToolError.message
        Hint     = $ToolError.hint
        ExitCode = $ToolError.exitCode
        Target   = $Target
    }
    if ($null -ne $file) {
        $record.Target = $file
    }

    $record.Id = switch ($ToolError.exitCode) {
        1 { 'NotFound' }
        3 { 'InputUnreadable' }
        4 { 'AccessDenied' }
        5 { 'EngineUnavailable' }
        default { 'ToolDefect' }
    }
    if ($ToolError.code -eq 'fileNotFound') {
        $record.Id = 'FileNotFound'
    }

    $errorRecord = New-WfpErrorRecord @record
    if ($record.Id -eq 'ToolDefect') {
        $Cmdlet.ThrowTerminatingError($errorRecord)
    }

    $Cmdlet.WriteError($errorRecord)
}

function Get-WfpProperty {
    # The value of a property, or nothing where the object is null or has no such property.
    param($InputObject, [string] $Name)

    if ($null -ne $InputObject) {
        $property = $InputObject.PSObject.Properties[$Name]
        if ($null -ne $property) {
            $property.Value
        }
    }
}
