# Goes to the drive of the site; false where there is no console or no site. Commands of Configuration Manager run
# there alone.
function Enter-Site {
    [OutputType([bool])]
    param([string] $SiteCode, [string] $SiteServer)
    if (-not $env:SMS_ADMIN_UI_PATH) { return $false }
    # A preview looks at the site, too.
    $WhatIfPreference = $false
    # The variable names the folder of 32-bit programs below that of the module.
    $module = Join-Path -Path (Split-Path -Path $env:SMS_ADMIN_UI_PATH) -ChildPath 'ConfigurationManager.psd1'
    if (-not (Test-Path -LiteralPath $module)) { return $false }
    Import-Module -Name $module -Verbose:$false
    $drive = Get-PSDrive -Name $SiteCode -PSProvider 'CMSite' -ErrorAction SilentlyContinue
    if (-not $drive -and $SiteServer) {
        $null = New-PSDrive -Name $SiteCode -PSProvider 'CMSite' -Root $SiteServer -Scope Script
        $drive = $true
    }
    if ($drive) { Set-Location -Path "${SiteCode}:" }
    [bool] $drive
}

# What an item's definition says of its settings, by their names: whether there is a rule, the name of one that was
# made while nothing could repair, and the check of these products that it asks for.
function Get-ItemSetting {
    [OutputType([hashtable])]
    param([string] $Definition, [string[]] $Product)
    $settings = @{}
    if (-not $Definition) { return $settings }
    $form = '*[local-name()="Annotation"]/*[local-name()="{0}"]/@Text'
    $document = [xml] $Definition
    $rules = @($document.SelectNodes('//*[local-name()="Rule"]'))
    foreach ($each in $document.SelectNodes('//*[local-name()="SimpleSetting"]')) {
        $name = $each.SelectSingleNode($form -f 'DisplayName')
        if (-not $name) { continue }
        $reference = './/*[local-name()="SettingReference"]/@SettingLogicalName'
        $own = @($rules | Where-Object {
                @($_.SelectNodes($reference) | ForEach-Object -MemberName 'Value') -ceq $each.LogicalName
            })
        $waits = $own | Where-Object {
            $said = $_.SelectSingleNode($form -f 'Description')
            $said -and $said.Value -ceq $script:Reports
        } | Select-Object -First 1
        $waits = if ($waits) { $waits.SelectSingleNode($form -f 'DisplayName').Value }
        $body = $each.SelectSingleNode('.//*[local-name()="DiscoveryScriptBody"]')
        $from = if ($body) { Get-ScriptOrigin -Text $body.InnerText }
        $check = if ($from -and $from.Product -in $Product) { $from.Checks | Select-Object -First 1 }
        $settings[$name.Value] = @{ HasRule = $own.Count -gt 0; Waits = $waits; Check = $check }
    }
    $settings
}

# The products that the scripts of an item are from.
function Get-ItemProduct {
    param([string] $Definition)
    if (-not $Definition) { return }
    foreach ($body in ([xml] $Definition).SelectNodes('//*[local-name()="DiscoveryScriptBody"]')) {
        $from = Get-ScriptOrigin -Text $body.InnerText
        if ($from) { $from.Product }
    }
}

# The item of that name, or one with another title that has settings of these products.
function Find-SiteItem {
    param([Parameter(Mandatory)] [string] $Name, [string[]] $Product)
    $found = Get-CMConfigurationItem -Name $Name -DisableWildcardHandling
    if ($found) { return $found }
    foreach ($item in Get-CMConfigurationItem -Name 'Mendsheet *' -ForceWildcardHandling) {
        $other = @{ Name = $item.LocalizedDisplayName; DisableWildcardHandling = $true }
        $from = @(Get-ItemProduct -Definition (Get-CMConfigurationItemXMLDefinition @other))
        if ($from | Where-Object { $_ -in $Product }) { return $item }
    }
}

# Gives item and baseline of an earlier title the new one. The baseline first: the item is found by its settings.
function Rename-SiteItem {
    param([Parameter(Mandatory)] [string] $Was, [Parameter(Mandatory)] [string] $Name)
    $before = @{ Name = $Was; DisableWildcardHandling = $true }
    $isThere = Get-CMBaseline -Name $Name -DisableWildcardHandling
    if (-not $isThere -and (Get-CMBaseline @before)) { $null = Set-CMBaseline @before -NewName $Name }
    $null = Set-CMConfigurationItem @before -NewName $Name
    Write-Notice -Key 'cmRenamed' -With @{ Was = $Was; Name = $Name }
}

# What a rule's description says of how it was made, so that a later version knows which ones are to repair now.
$script:Repairs = 'Made by import.ps1. Repairs.'
$script:Reports = 'Made by import.ps1. Reports alone.'

# Adds a setting with its rule to the item, or renews the scripts of the one that is there for the check: of that
# name, or of one with the number that the check had before. True for a new one.
function Add-ItemSetting {
    [CmdletBinding()]
    [OutputType([bool])]
    param([psobject] $Item, [string] $Name, [string] $Folder, [bool] $Repairs, [string] $Known, [hashtable] $There)
    $scripts = @{ DiscoveryScriptLanguage = 'PowerShell'; DiscoveryScriptFile = "$Folder\discovery.ps1" }
    if ($Repairs) {
        $scripts.RemediationScriptLanguage = 'PowerShell'
        $scripts.RemediationScriptFile = "$Folder\remediation.ps1"
    }
    $rule = @{
        RuleName = "$(if ($Known) { $Known } else { $Name }) is Ok"; ExpressionOperator = 'IsEquals'
        ExpectedValue = 'Ok'; NoncomplianceSeverity = 'Warning'; ReportNoncompliance = $true; Remediate = $Repairs
        RuleDescription = if ($Repairs) { $script:Repairs } else { $script:Reports }
    }
    if (-not $Known) {
        $setting = @{ InputObject = $Item; Name = $Name; DataType = 'String'; Is64Bit = $true; ValueRule = $true }
        $null = Add-CMComplianceSettingScript @setting @scripts @rule
        return $true
    }
    $renewed = @{ InputObject = $Item; SettingName = $Known; RemoveRemediationScript = -not $Repairs }
    $null = Set-CMComplianceSettingScript @renewed @scripts
    # A rule stays as it was set, but a check that could not repair until now may do so.
    if ($There.Waits -and $Repairs) {
        $waiting = @{ InputObject = $Item; RuleName = $There.Waits; RuleDescription = $script:Repairs }
        $null = Set-CMComplianceRuleValue @waiting -Remediate $true
    }
    # A run that was cut off may have left none, and without one nothing is evaluated.
    if (-not $There.HasRule) {
        $found = Get-CMComplianceSetting -InputObject $Item -SettingName $Known
        $new = New-CMComplianceRuleValue -InputObject $found @rule
        $null = Add-CMComplianceSettingRule -InputObject $Item -Rule $new
    }
    $false
}

# Adds a script for "Run Scripts", unless it is there. Somebody approves a text, so that another version is another
# script.
function Add-RunScript {
    param([string] $Name, [string] $Path)
    if (Get-CMScript -ScriptName $Name -DisableWildcardHandling) { return }
    $null = New-CMScript -ScriptName $Name -ScriptFile $Path -Fast
}

# Looks at all files first, so that all are imported or none, and before it goes to the site, where a path of a
# share would be one of the site; sets the exit code.
function Invoke-Main {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [string] $SiteCode, [string] $SiteServer, [string] $CollectionName, [switch] $RunScripts, [string] $Source,
        [string] $FormerProduct
    )
    $script:ExitCode = 1
    $folders = @(Get-ChildItem -LiteralPath $Source -Directory |
            Where-Object { Test-Path -LiteralPath "$($_.FullName)\discovery.ps1" } |
            ForEach-Object {
                $repairs = Test-Path -LiteralPath "$($_.FullName)\remediation.ps1"
                @{ Name = $_.Name; Folder = $_.FullName; Repairs = $repairs }
            })
    if (-not $folders) { return Write-Notice -Key 'cmNoSettings' }
    foreach ($file in Get-ChildItem -LiteralPath $Source -Recurse -Filter '*.ps1') {
        if (-not (Test-SignedScript -Path $file.FullName)) {
            return Write-Notice -Key 'cmNotSigned' -With @{ Path = $file.FullName }
        }
    }
    # A list that is too long for its service is left out of the package.
    $runs = @('detect', 'repair' | Where-Object { Test-Path -LiteralPath "$Source\run\$_.ps1" })
    if (-not (Enter-Site -SiteCode $SiteCode -SiteServer $SiteServer)) {
        return Write-Notice -Key 'cmNoConsole' -With @{ Site = $SiteCode }
    }
    $name = "Mendsheet $script:Title"
    $done = @{ Name = $name; New = 0; Renewed = 0 }
    if ($PSCmdlet.ShouldProcess($name, "Import $($folders.Count) settings")) {
        $named = @{ Name = $name; DisableWildcardHandling = $true }
        $products = @($script:Product) + $FormerProduct
        $item = Find-SiteItem -Name $name -Product $products
        $was = if ($item) { $item.LocalizedDisplayName }
        $definition = if ($item) { Get-CMConfigurationItemXMLDefinition -Name $was -DisableWildcardHandling }
        $other = Get-ItemProduct -Definition $definition | Where-Object { $_ -notin $products } |
            Select-Object -First 1
        if ($other) { return Write-Notice -Key 'cmForeign' -With @{ Name = $name; Product = $other } }
        if ($was -and $was -ne $name) {
            Rename-SiteItem -Was $was -Name $name
            $item = Get-CMConfigurationItem @named
        }
        if (-not $item) { $item = New-CMConfigurationItem -Name $name -CreationType WindowsOS }
        $there = Get-ItemSetting -Definition $definition -Product $products
        $left = @($there.Keys | Where-Object { $there[$_].Check -or $_ -match '^\d+-[a-z0-9-]+$' } |
                Sort-Object)
        foreach ($folder in $folders) {
            # The number in front is the place in a list, and may be another one in the next version. A setting
            # that somebody renamed is known by its script.
            $known = $left | Where-Object { $_ -eq $folder.Name } | Select-Object -First 1
            if (-not $known) {
                $id = $folder.Name -replace '^\d+-'
                $known = $left | Where-Object { $id -in ($_ -replace '^\d+-'), $there[$_].Check } |
                    Select-Object -First 1
            }
            $left = @($left -ne $known)
            $known = @{ Known = $known; There = if ($known) { $there[$known] } }
            if (Add-ItemSetting -Item $item @folder @known) { $done.New++ } else { $done.Renewed++ }
        }
        if ($left) { Write-Notice -Key 'cmLeft' -With @{ Name = $name; Settings = $left -join ', ' } }
        if (-not (Get-CMBaseline @named)) { $null = New-CMBaseline -Name $name }
        # A run that was cut off may have left it empty. It names an item by the last part of its model name.
        $held = [string] (Get-CMBaselineXMLDefinition @named)
        if (-not $held.Contains(($item.ModelName -split '/')[-1])) {
            $null = Set-CMBaseline -Name $name -AddOSConfigurationItem $item.CI_ID
        }
    }
    if ($RunScripts -and $runs -and $PSCmdlet.ShouldProcess('Run Scripts', "Import $($runs -join ' and ')")) {
        foreach ($kind in $runs) {
            Add-RunScript -Name "$name $script:ChecklistVersion ($kind)" -Path "$Source\run\$kind.ps1"
        }
    }
    if ($CollectionName -and $PSCmdlet.ShouldProcess($CollectionName, "Deploy $name")) {
        $target = @{ Name = $name; CollectionName = $CollectionName }
        if (-not (Get-CMBaselineDeployment @target -DisableWildcardHandling)) {
            $null = New-CMBaselineDeployment @target -EnableEnforcement $true
        }
    }
    $script:ExitCode = 0
    if (-not $WhatIfPreference) { Write-Notice -Key 'cmDone' -With $done }
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    $place = Get-Location
    try {
        Invoke-Installer -With @{
            SiteCode = $SiteCode; SiteServer = $SiteServer; CollectionName = $CollectionName
            RunScripts = $RunScripts; Source = $PSScriptRoot; FormerProduct = $FormerProduct
        }
    }
    finally { Set-Location -LiteralPath $place.ProviderPath }
    exit $script:ExitCode
}
