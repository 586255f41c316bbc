import type { Profession } from './profession.js';

/** Offices, sales and banks, in English. */
export const ENGLISH_OFFICE_PROFESSIONS: readonly Profession[] = [
  {
    industries: [],
    family: 'finance',
    titles: {
      Accountant: [260, 460],
      'Finance Officer': [300, 550],
      'Internal Auditor': [420, 850],
      'Payroll Officer': [250, 440],
    },
    desk: true,
    mission:
      'You will keep our books in order under the OHADA accounting system and give managers figures they can trust. You prepare the tax returns and meet the auditors at year end.',
    duties: [
      'Record invoices, payments and payroll entries',
      'Reconcile bank and supplier accounts every week',
      'Prepare VAT, tax and social insurance returns',
      'Help close the books each month and each year',
    ],
    requirements: [
      'Degree or HND in accounting or finance; ACCA or CPA in progress is a plus',
      'Three years in an accounts department or an audit firm',
      'Strong Excel and one accounting package',
      'Accuracy, discretion and respect for deadlines',
    ],
  },
  {
    industries: [],
    family: 'office',
    titles: {
      'Executive Assistant': [230, 420],
      'Human Resources Officer': [280, 520],
      'Administrative Officer': [180, 320],
      'Legal Officer': [400, 750],
    },
    desk: true,
    mission:
      'You will make sure that people, papers and meetings are where they should be. You are the person everyone in the office turns to, and you handle confidential files with care.',
    duties: [
      'Organise diaries, travel and meetings',
      'Draft letters, contracts and minutes in English and French',
      'Follow up recruitment, leave and staff records',
      'Manage suppliers and office contracts',
    ],
    requirements: [
      'Degree in management, human resources, law or languages',
      'Two years in a similar role',
      'Fully bilingual, with excellent writing',
      'Order, tact and initiative',
    ],
  },
  {
    industries: [],
    family: 'commerce',
    titles: {
      'Sales Representative': [140, 270],
      'Business Developer': [280, 550],
      'Key Account Manager': [450, 850],
      'Marketing Officer': [260, 480],
    },
    desk: false,
    mission:
      'You will grow our customer base in your territory and make our name known to shops, companies and public bodies. A monthly bonus rewards results.',
    duties: [
      'Visit customers, present our offer and take orders',
      'Win new accounts and negotiate terms',
      'Follow up payments and deliveries',
      'Report on competitors and on what customers ask for',
    ],
    requirements: [
      'Diploma in marketing or business, or a record of good sales',
      'Energy, honesty and a liking for people',
      'Good English and French; local languages help',
      'Driving or motorbike licence',
    ],
  },
  {
    industries: ['Telecommunications', 'Banking and insurance', 'Retail'],
    family: 'commerce',
    titles: {
      'Customer Service Agent': [120, 210],
      'Call Centre Team Leader': [220, 380],
      'Branch Teller': [160, 270],
    },
    desk: true,
    mission:
      'You will help customers at the counter, on the phone and in chat, and solve most requests at the first contact. Teams take turns from 7 a.m. to 9 p.m.',
    duties: [
      'Answer questions about services, bills and accounts',
      'Log complaints and follow them to the end',
      'Suggest the service that fits each customer',
      'Meet the targets for quality and waiting time',
    ],
    requirements: [
      'Advanced Level or higher',
      'A clear voice, patience and good manners',
      'Comfortable with computers',
      'English and French',
    ],
  },
  {
    industries: ['Banking and insurance'],
    family: 'finance',
    titles: {
      'Relationship Manager': [400, 750],
      'Credit Risk Analyst': [350, 650],
      'Insurance Underwriter': [350, 650],
    },
    desk: false,
    mission:
      'You will advise small businesses and families on loans, savings and cover, and weigh each risk with care. Your judgement protects both the customer and the company.',
    duties: [
      'Meet customers at the branch and at their place of business',
      'Read accounts and cash flows, and value securities',
      'Present files to the credit committee',
      'Follow repayments and act early on arrears',
    ],
    requirements: [
      'Degree in banking, finance, insurance or economics',
      'Two years in a bank, insurer or microfinance institution',
      'Numerical skill and sound judgement',
      'Knowledge of anti-money-laundering rules',
    ],
  },
];
