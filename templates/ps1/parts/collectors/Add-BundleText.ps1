function Add-BundleText {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [AllowEmptyString()] [string[]] $Text)
    [IO.File]::WriteAllText((Add-BundlePath -Name $Name), ($Text -join "`r`n") + "`r`n")
}
