param($Text, $Whole, $Truth, $Key, $File, $Address, [string] $Host, $Code, $Rights, $Items)
New-Finding -Status Ok
