using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CustomerCentre.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SupportAndPartners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PartnerMembers_AccountId",
                table: "PartnerMembers");

            migrationBuilder.AddColumn<long>(
                name: "UsedAt",
                table: "StaffMembers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Since",
                table: "PartnerMembers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "UsedAt",
                table: "PartnerMembers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<byte[]>(
                name: "CustomerId",
                table: "Outbox",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Customers",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "PartnerChecks",
                table: "Customers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LastGroup",
                table: "LicenceNumbers",
                type: "TEXT",
                maxLength: 4,
                nullable: true,
                computedColumnSql: "substr(Number, -4)");

            migrationBuilder.AddColumn<string>(
                name: "SecondGroup",
                table: "LicenceNumbers",
                type: "TEXT",
                maxLength: 4,
                nullable: true,
                computedColumnSql: "substr(Number, 5, 4)");

            migrationBuilder.AddColumn<string>(
                name: "ThirdGroup",
                table: "LicenceNumbers",
                type: "TEXT",
                maxLength: 4,
                nullable: true,
                computedColumnSql: "substr(Number, 9, 4)");

            // Roles given before this counted nothing; they begin to idle now.
            migrationBuilder.Sql("UPDATE StaffMembers SET UsedAt = CAST((julianday('now') - 1721425.5) * 864000000000 AS INTEGER)");
            migrationBuilder.Sql("UPDATE PartnerMembers SET Since = CAST((julianday('now') - 1721425.5) * 864000000000 AS INTEGER), UsedAt = CAST((julianday('now') - 1721425.5) * 864000000000 AS INTEGER)");

            migrationBuilder.CreateTable(
                name: "ApiSecrets",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Ending = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    MadeBy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiSecrets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApiSecrets_Accounts_MadeBy",
                        column: x => x.MadeBy,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ApiSecrets_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "CallerCodes",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MadeBy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ProtectedDigits = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallerCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CallerCodes_Accounts_MadeBy",
                        column: x => x.MadeBy,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_CallerCodes_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "CheckCodes",
                columns: table => new
                {
                    CodeHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MadeBy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UsedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckCodes", x => x.CodeHash);
                    table.ForeignKey(
                        name: "FK_CheckCodes_Accounts_MadeBy",
                        column: x => x.MadeBy,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_CheckCodes_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_CheckCodes_Partners_UsedBy",
                        column: x => x.UsedBy,
                        principalTable: "Partners",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "CustomerNotes",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AccountId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CustomerNotes_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_CustomerNotes_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "CustomerWords",
                columns: table => new
                {
                    Word = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerWords", x => new { x.Word, x.CustomerId });
                    table.ForeignKey(
                        name: "FK_CustomerWords_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "LookUps",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AccountId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    Initials = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LookUps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LookUps_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_LookUps_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictApplications",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ApplicationType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ClientSecret = table.Column<string>(type: "TEXT", nullable: true),
                    ClientType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ConsentType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayNames = table.Column<string>(type: "TEXT", nullable: true),
                    JsonWebKeySet = table.Column<string>(type: "TEXT", nullable: true),
                    Permissions = table.Column<string>(type: "TEXT", nullable: true),
                    PostLogoutRedirectUris = table.Column<string>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    RedirectUris = table.Column<string>(type: "TEXT", nullable: true),
                    Requirements = table.Column<string>(type: "TEXT", nullable: true),
                    Settings = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictApplications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictScopes",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    Descriptions = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayNames = table.Column<string>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    Resources = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictScopes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PartnerChecks",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AccountId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartnerChecks_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_PartnerChecks_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_PartnerChecks_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "PartnerGrants",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    GrantedBy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ShowsLicenceNumbers = table.Column<bool>(type: "INTEGER", nullable: false),
                    ShowsContacts = table.Column<bool>(type: "INTEGER", nullable: false),
                    GrantedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerGrants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartnerGrants_Accounts_GrantedBy",
                        column: x => x.GrantedBy,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_PartnerGrants_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_PartnerGrants_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "PartnerInvitations",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    InvitedBy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AcceptedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerInvitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartnerInvitations_Accounts_InvitedBy",
                        column: x => x.InvitedBy,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_PartnerInvitations_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "RegistrationLinks",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    LicenceId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SentTo = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistrationLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegistrationLinks_Licences_LicenceId",
                        column: x => x.LicenceId,
                        principalTable: "Licences",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_RegistrationLinks_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictAuthorizations",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ApplicationId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    Scopes = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictAuthorizations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenIddictAuthorizations_OpenIddictApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "OpenIddictApplications",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictTokens",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ApplicationId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AuthorizationId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ExpirationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Payload = table.Column<string>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    RedemptionDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReferenceId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenIddictTokens_OpenIddictApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "OpenIddictApplications",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_OpenIddictTokens_OpenIddictAuthorizations_AuthorizationId",
                        column: x => x.AuthorizationId,
                        principalTable: "OpenIddictAuthorizations",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerMembers_AccountId",
                table: "PartnerMembers",
                column: "AccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_CustomerId_CreatedAt",
                table: "Outbox",
                columns: new[] { "CustomerId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LicenceNumbers_LastGroup",
                table: "LicenceNumbers",
                column: "LastGroup");

            migrationBuilder.CreateIndex(
                name: "IX_LicenceNumbers_SecondGroup",
                table: "LicenceNumbers",
                column: "SecondGroup");

            migrationBuilder.CreateIndex(
                name: "IX_LicenceNumbers_ThirdGroup",
                table: "LicenceNumbers",
                column: "ThirdGroup");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_NameKey",
                table: "Customers",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_RegistrationNumber",
                table: "Customers",
                column: "RegistrationNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TaxNumber",
                table: "Customers",
                column: "TaxNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_VatNumber",
                table: "Customers",
                column: "VatNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Phone",
                table: "Contacts",
                column: "Phone");

            migrationBuilder.CreateIndex(
                name: "IX_ApiSecrets_ClientId",
                table: "ApiSecrets",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_ApiSecrets_MadeBy",
                table: "ApiSecrets",
                column: "MadeBy");

            migrationBuilder.CreateIndex(
                name: "IX_ApiSecrets_PartnerId",
                table: "ApiSecrets",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_CallerCodes_CustomerId_ExpiresAt",
                table: "CallerCodes",
                columns: new[] { "CustomerId", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CallerCodes_ExpiresAt",
                table: "CallerCodes",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_CallerCodes_MadeBy",
                table: "CallerCodes",
                column: "MadeBy");

            migrationBuilder.CreateIndex(
                name: "IX_CheckCodes_CustomerId",
                table: "CheckCodes",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_CheckCodes_ExpiresAt",
                table: "CheckCodes",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_CheckCodes_MadeBy",
                table: "CheckCodes",
                column: "MadeBy");

            migrationBuilder.CreateIndex(
                name: "IX_CheckCodes_UsedBy",
                table: "CheckCodes",
                column: "UsedBy");

            migrationBuilder.CreateIndex(
                name: "IX_CustomerNotes_AccountId",
                table: "CustomerNotes",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_CustomerNotes_CustomerId_At",
                table: "CustomerNotes",
                columns: new[] { "CustomerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomerWords_CustomerId_Word",
                table: "CustomerWords",
                columns: new[] { "CustomerId", "Word" });

            migrationBuilder.CreateIndex(
                name: "IX_LookUps_AccountId_CustomerId_At",
                table: "LookUps",
                columns: new[] { "AccountId", "CustomerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_LookUps_At",
                table: "LookUps",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_LookUps_CustomerId_At",
                table: "LookUps",
                columns: new[] { "CustomerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictApplications_ClientId",
                table: "OpenIddictApplications",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictAuthorizations_ApplicationId_Status_Subject_Type",
                table: "OpenIddictAuthorizations",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictScopes_Name",
                table: "OpenIddictScopes",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictTokens_ApplicationId_Status_Subject_Type",
                table: "OpenIddictTokens",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictTokens_AuthorizationId",
                table: "OpenIddictTokens",
                column: "AuthorizationId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictTokens_ReferenceId",
                table: "OpenIddictTokens",
                column: "ReferenceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartnerChecks_AccountId",
                table: "PartnerChecks",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerChecks_At",
                table: "PartnerChecks",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerChecks_CustomerId_At",
                table: "PartnerChecks",
                columns: new[] { "CustomerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerChecks_PartnerId",
                table: "PartnerChecks",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerGrants_CustomerId_PartnerId",
                table: "PartnerGrants",
                columns: new[] { "CustomerId", "PartnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerGrants_GrantedBy",
                table: "PartnerGrants",
                column: "GrantedBy");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerGrants_PartnerId",
                table: "PartnerGrants",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerInvitations_InvitedBy",
                table: "PartnerInvitations",
                column: "InvitedBy");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerInvitations_PartnerId",
                table: "PartnerInvitations",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationLinks_ExpiresAt",
                table: "RegistrationLinks",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationLinks_LicenceId",
                table: "RegistrationLinks",
                column: "LicenceId");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationLinks_PartnerId",
                table: "RegistrationLinks",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationLinks_TokenHash",
                table: "RegistrationLinks",
                column: "TokenHash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApiSecrets");

            migrationBuilder.DropTable(
                name: "CallerCodes");

            migrationBuilder.DropTable(
                name: "CheckCodes");

            migrationBuilder.DropTable(
                name: "CustomerNotes");

            migrationBuilder.DropTable(
                name: "CustomerWords");

            migrationBuilder.DropTable(
                name: "LookUps");

            migrationBuilder.DropTable(
                name: "OpenIddictScopes");

            migrationBuilder.DropTable(
                name: "OpenIddictTokens");

            migrationBuilder.DropTable(
                name: "PartnerChecks");

            migrationBuilder.DropTable(
                name: "PartnerGrants");

            migrationBuilder.DropTable(
                name: "PartnerInvitations");

            migrationBuilder.DropTable(
                name: "RegistrationLinks");

            migrationBuilder.DropTable(
                name: "OpenIddictAuthorizations");

            migrationBuilder.DropTable(
                name: "OpenIddictApplications");

            migrationBuilder.DropIndex(
                name: "IX_PartnerMembers_AccountId",
                table: "PartnerMembers");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_CustomerId_CreatedAt",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_LicenceNumbers_LastGroup",
                table: "LicenceNumbers");

            migrationBuilder.DropIndex(
                name: "IX_LicenceNumbers_SecondGroup",
                table: "LicenceNumbers");

            migrationBuilder.DropIndex(
                name: "IX_LicenceNumbers_ThirdGroup",
                table: "LicenceNumbers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_NameKey",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_RegistrationNumber",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_TaxNumber",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_VatNumber",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_Phone",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "LastGroup",
                table: "LicenceNumbers");

            migrationBuilder.DropColumn(
                name: "SecondGroup",
                table: "LicenceNumbers");

            migrationBuilder.DropColumn(
                name: "ThirdGroup",
                table: "LicenceNumbers");

            migrationBuilder.DropColumn(
                name: "UsedAt",
                table: "StaffMembers");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "PartnerMembers");

            migrationBuilder.DropColumn(
                name: "UsedAt",
                table: "PartnerMembers");

            migrationBuilder.DropColumn(
                name: "CustomerId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "PartnerChecks",
                table: "Customers");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerMembers_AccountId",
                table: "PartnerMembers",
                column: "AccountId");
        }
    }
}
