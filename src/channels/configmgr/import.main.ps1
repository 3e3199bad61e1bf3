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
# made while nothing could repair, and the check that it asks for: by its script, or where that says nothing by a
# name as import.ps1 gives it.
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
                @($_.SelectNodes($reference) | ForEach-Object { $_.Value }) -ceq $each.LogicalName
            })
        $waits = $own | Where-Object {
            $said = $_.SelectSingleNode($form -f 'Description')
            $said -and $said.Value -ceq $script:Reports
        } | Select-Object -First 1
        $waits = if ($waits) { $waits.SelectSingleNode($form -f 'DisplayName').Value }
        $body = $each.SelectSingleNode('.//*[local-name()="DiscoveryScriptBody"]')
        $from = if ($body) { Get-ScriptOrigin -Text $body.InnerText }
        $check = if ($from -and $from.Product -in $Product) { $from.Checks | Select-Object -First 1 }
        elseif (-not $from -and $name.Value -match '^\d+-([a-z0-9-]+)$') { $Matches[1] }
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

# The items that have settings of these products: of that name, or of any. Else what has the name.
function Find-SiteItem {
    param([Parameter(Mandatory)] [string] $Name, [string[]] $Product)
    $isOurs = {
        $definition = Get-CMConfigurationItemXMLDefinition -Id $_.CI_ID
        Get-ItemProduct -Definition $definition | Where-Object { $_ -in $Product }
    }
    $named = @(Get-CMConfigurationItem -Name $Name -DisableWildcardHandling)
    $ours = @($named | Where-Object $isOurs)
    if (-not $ours) { $ours = @(Get-CMConfigurationItem -Fast | Where-Object $isOurs) }
    if ($ours) { $ours } else { $named }
}

# Gives item and baseline of an earlier title the new one. The baseline first: the item is found by its settings.
function Rename-SiteItem {
    param([Parameter(Mandatory)] [psobject] $Item, [Parameter(Mandatory)] [string] $Name)
    $was = $Item.LocalizedDisplayName
    $before = @{ Name = $was; DisableWildcardHandling = $true }
    $isThere = Get-CMBaseline -Name $Name -DisableWildcardHandling
    if (-not $isThere -and (Get-CMBaseline @before)) { $null = Set-CMBaseline @before -NewName $Name }
    $null = Set-CMConfigurationItem -Id $Item.CI_ID -NewName $Name
    Write-Notice -Key 'cmRenamed' -With @{ Was = $was; Name = $Name }
}

# Sees to it that a baseline holds the item, and gives the names of those that do: of that name, or of any where
# somebody renamed it or has the item in one of theirs.
function Add-SiteBaseline {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [psobject] $Item)
    # A definition names an item by the last part of its model name.
    $model = ($Item.ModelName -split '/')[-1]
    $holds = { ([string] (Get-CMBaselineXMLDefinition -Id $_.CI_ID)).Contains($model) }
    $named = @(Get-CMBaseline -Name $Name -DisableWildcardHandling)
    $held = @($named | Where-Object $holds)
    if (-not $held) { $held = @(Get-CMBaseline -Fast | Where-Object $holds) }
    if ($held) { return $held | ForEach-Object { $_.LocalizedDisplayName } }
    if (-not $named) { $null = New-CMBaseline -Name $Name }
    # Each change of an item is another one of its revisions, with an id of its own.
    $newest = Get-CMConfigurationItem -Name $Item.LocalizedDisplayName -Fast -DisableWildcardHandling |
        Where-Object -Property ModelName -EQ $Item.ModelName
    $null = Set-CMBaseline -Name $Name -AddOSConfigurationItem $newest.CI_ID -DisableWildcardHandling
    $Name
}

# What a rule's description says of how it was made, so that a later version knows which ones are to repair now.
$script:Repairs = 'Made by import.ps1. Repairs.'
$script:Reports = 'Made by import.ps1. Reports alone.'

# Adds a setting with its rule to the item, or renews the scripts of the one that is there for the check. True for
# a new one.
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
    # Somebody may have given setting or rule a name with a wildcard in it.
    $exact = @{ InputObject = $Item; DisableWildcardHandling = $true }
    $renewed = @{ SettingName = $Known; RemoveRemediationScript = -not $Repairs }
    $null = Set-CMComplianceSettingScript @exact @renewed @scripts
    # A rule stays as it was set, but a check that could not repair until now may do so.
    if ($There.Waits -and $Repairs) {
        $waiting = @{ RuleName = $There.Waits; RuleDescription = $script:Repairs; Remediate = $true }
        $null = Set-CMComplianceRuleValue @exact @waiting
    }
    # A run that was cut off may have left none, and without one nothing is evaluated.
    if (-not $There.HasRule) {
        $found = Get-CMComplianceSetting @exact -SettingName $Known
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
            Where-Object { Test-Path -LiteralPath "$($_.FullName)\discovery.ps1" })
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
    $baselines = @($name)
    $done = @{ Name = $name; New = 0; Renewed = 0; Baselines = $name }
    if ($PSCmdlet.ShouldProcess($name, "Import $($folders.Count) settings")) {
        $named = @{ Name = $name; DisableWildcardHandling = $true }
        $products = @($script:Product) + $FormerProduct
        $found = @(Find-SiteItem -Name $name -Product $products)
        if ($found.Count -gt 1) {
            $names = ($found | ForEach-Object { "$($_.LocalizedDisplayName) ($($_.CI_ID))" }) -join ', '
            return Write-Notice -Key 'cmAmbiguous' -With @{ Items = $names }
        }
        $item = $found | Select-Object -First 1
        $definition = if ($item) { Get-CMConfigurationItemXMLDefinition -Id $item.CI_ID }
        $other = Get-ItemProduct -Definition $definition | Where-Object { $_ -notin $products } |
            Select-Object -First 1
        if ($other) { return Write-Notice -Key 'cmForeign' -With @{ Name = $name; Product = $other } }
        # A name that begins otherwise is one that somebody gave.
        $was = if ($item) { $item.LocalizedDisplayName } else { $name }
        if ($was -ne $name -and $was -like 'Mendsheet *') {
            Rename-SiteItem -Item $item -Name $name
            $item = Get-CMConfigurationItem @named | Where-Object -Property ModelName -EQ $item.ModelName
        }
        if (-not $item) { $item = New-CMConfigurationItem -Name $name -CreationType WindowsOS }
        $done.Name = $item.LocalizedDisplayName
        $there = Get-ItemSetting -Definition $definition -Product $products
        $left = @($there.Keys | Where-Object { $there[$_].Check } | Sort-Object)
        foreach ($folder in $folders) {
            $discovery = [IO.File]::ReadAllText((Convert-Path -LiteralPath "$($folder.FullName)\discovery.ps1"))
            $from = Get-ScriptOrigin -Text $discovery
            # The number in the name is the place in a list, and the id may have been another one before. Where
            # there are several, that of the name, then that of the newest id.
            $ids = @($from.Checks) + $from.Former
            $known = $left | Where-Object { $there[$_].Check -in $ids } |
                Sort-Object -Property { $_ -ne $folder.Name }, { [Array]::IndexOf($ids, $there[$_].Check) } |
                Select-Object -First 1
            $left = @($left -ne $known)
            $setting = @{
                Item = $item; Name = $folder.Name; Folder = $folder.FullName
                Repairs = Test-Path -LiteralPath "$($folder.FullName)\remediation.ps1"
                Known = $known; There = if ($known) { $there[$known] }
            }
            if (Add-ItemSetting @setting) { $done.New++ } else { $done.Renewed++ }
        }
        if ($left) { Write-Notice -Key 'cmLeft' -With @{ Name = $done.Name; Settings = $left -join ', ' } }
        $baselines = @(Add-SiteBaseline -Name $name -Item $item)
        $done.Baselines = $baselines -join ', '
    }
    if ($RunScripts -and $runs -and $PSCmdlet.ShouldProcess('Run Scripts', "Import $($runs -join ' and ')")) {
        foreach ($kind in $runs) {
            Add-RunScript -Name "$name $script:ChecklistVersion ($kind)" -Path "$Source\run\$kind.ps1"
        }
    }
    if ($CollectionName -and $baselines.Count -gt 1) {
        return Write-Notice -Key 'cmBaselines' -With @{ Name = $done.Name; Baselines = $done.Baselines }
    }
    if ($CollectionName -and $PSCmdlet.ShouldProcess($CollectionName, "Deploy $($done.Baselines)")) {
        $target = @{ CollectionName = $CollectionName; DisableWildcardHandling = $true }
        if (-not (Get-CMBaselineDeployment @target -Name $done.Baselines)) {
            $null = New-CMBaselineDeployment @target -Name $done.Baselines -EnableEnforcement $true
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
